"""`make serve`: one process shows the site and never dies, another one builds it and may.

__main__   starts both, watches the files, passes on what has changed
shown      the site as browsers get it: the last good one, and what is wrong with the newest save
server     HTTP, and the channel on which an open page hears of both
watch      which files were saved
builder    the process that builds, as the first one sees it
session    the process that builds, as the hook hooks/serve.py sees it
memory     what earlier builds made of each page
problems   what a build complains about, with file and line
"""
