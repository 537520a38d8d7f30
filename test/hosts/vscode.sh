#!/bin/sh
# Acts as the executable of a desktop VS Code for @vscode/test-electron: see npmHost.ts.
here=$(cd "$(dirname "$0")" && pwd)
exec node --import "file://$here/../../node_modules/tsx/dist/loader.mjs" "$here/npmHost.ts" "$@"
