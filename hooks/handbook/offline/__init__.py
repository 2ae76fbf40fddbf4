"""The handbook without a network: an archive whose links lead to files, and a copy that the browser keeps."""
