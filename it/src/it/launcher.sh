#!/bin/sh
# Runs Maven's launcher under another command: IT_LAUNCHER holds both, quoted for the shell.
launcher=$IT_LAUNCHER
unset IT_LAUNCHER
eval "exec $launcher \"\$@\""
