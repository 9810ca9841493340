#!/usr/bin/env node
'use strict'
// Old syntax on purpose: an old Node must still be able to parse this and say so. CommonJS on purpose: an ES module costs 5 ms at every start.

var fs = require('fs')
var path = require('path')

var entry = path.join(__dirname, '..', 'dist', 'main.cjs')

function say(line) {
  try {
    fs.writeSync(2, line + '\n')
  } catch (error) {
    // Nobody is reading.
  }
}

function fail(sentence, hint) {
  say(sentence)
  say('  ' + hint)
  process.exitCode = 1
}

function isSupported(version) {
  var parts = version.split('.')
  var major = Number(parts[0])
  var minor = Number(parts[1])
  return major >= 24 || (major === 22 && minor >= 14) || (major === 20 && minor >= 17)
}

// A reader that went away (`| head`) is no failure; anything else is our mistake, told in one line.
function crash(error) {
  if (error && error.code === 'EPIPE') return
  if (process.env.FOLLOWUP_DEBUG === '1') {
    say(String((error && error.stack) || error))
    process.exitCode = 1
    return
  }
  var message = String((error && error.message) || error)
  fail(
    'followup stopped: ' + message.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' '),
    'This is a mistake in followup. Run it again with FOLLOWUP_DEBUG=1 to see where.',
  )
}

function start() {
  var main
  try {
    main = require(entry).main
  } catch (error) {
    if (fs.existsSync(entry)) return crash(error)
    return fail('followup is not built yet.', 'Run "npm run build".')
  }
  process.on('uncaughtException', function (error) {
    crash(error)
    // As Node itself would: after such an error nothing can be trusted to end.
    if (!error || error.code !== 'EPIPE') process.exit(1)
  })
  main(process.argv.slice(2)).then(function (code) {
    process.exitCode = code
  }, crash)
}

if (isSupported(process.versions.node)) start()
else fail('followup needs Node 20.17, 22.14, 24 or newer; this is ' + process.version + '.', 'Install a newer Node from nodejs.org.')
