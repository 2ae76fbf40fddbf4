"""Serve the current directory over FTP to anyone; data connections use ports 20000 to 20010."""

import logging
from pathlib import Path

from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import FTPServer

logging.basicConfig(level=logging.ERROR)
authorizer = DummyAuthorizer()
authorizer.add_anonymous(str(Path.cwd()))
FTPHandler.authorizer = authorizer
FTPHandler.passive_ports = range(20000, 20011)
FTPServer(("10.9.0.1", 21), FTPHandler).serve_forever()
