#!/bin/bash
echo 好
