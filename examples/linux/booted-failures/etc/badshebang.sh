#!/usr/bin/pythonX
