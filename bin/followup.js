#!/usr/bin/env node
'use strict'
// Old syntax on purpose: an old Node must still be able to parse this and say so. CommonJS on purpose: an ES module costs 5 ms at every start.

var fs = require('fs')
var vm = require('vm')

// Windows takes such a path too.
var dist = __dirname + '/../dist/'

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

var loaded = {}

// The files of dist/, as `require` would load them, but from memory already compiled where the build left it so: it saves 10 ms.
function load(name) {
  return loaded[name] ? loaded[name].exports : run(name, compiled(name) || plain(name))
}

function run(name, script) {
  var module = (loaded[name] = { exports: {} })
  script.runInThisContext()(module.exports, requireFromDist, module, dist + name, dist)
  return module.exports
}

// scripts/compile.cjs writes eight digits, so many letters of text, and the code of this very Node; the V8 of another takes the text alone.
function compiled(name) {
  var bytes
  try {
    bytes = fs.readFileSync(dist + 'code/' + name)
  } catch (error) {
    return null
  }
  var end = 8 + Number(bytes.latin1Slice(0, 8))
  var code = new Uint8Array(bytes.buffer, bytes.byteOffset + end, bytes.length - end)
  return new vm.Script(bytes.latin1Slice(8, end), { filename: dist + name, cachedData: code })
}

function plain(name) {
  var file = dist + name
  var source = fs.readFileSync(file, 'latin1')
  return new vm.Script('(function (exports, require, module, __filename, __dirname) {' + source + '\n})', { filename: file })
}

// What a verb of every day needs lies together in one file more, and counts as loaded.
function loadEveryday(verb) {
  var name = 'everyday-' + (/^(?:sent|call)$/.test(verb) ? 'reach' : verb) + '.cjs'
  var script = /^[a-z]+$/.test(verb) ? compiled(name) : null
  if (!script) return
  var files = run(name, script).files
  for (var one in files) loaded[one] = { exports: files[one] }
}

// Each file asks for Node's own modules anew, and `require` takes its time to find them again.
var own = {}

function requireFromDist(name) {
  return name.slice(0, 2) === './' ? load(name.slice(2)) : own[name] || (own[name] = require(name))
}

function start() {
  var main
  try {
    loadEveryday(process.argv[2] || 'due')
    main = load('main.cjs').main
  } catch (error) {
    if (fs.existsSync(dist + 'data.json')) return crash(error)
    return fail('followup is not built yet.', 'Run "npm run build".')
  }
  process.on('uncaughtException', function (error) {
    crash(error)
    // As Node itself would: after such an error nothing can be trusted to end.
    if (!error || error.code !== 'EPIPE') process.exit(1)
  })
  main(process.argv.slice(2)).then(function (code) {
    // All output is written by now, without waiting streams; leaving at once saves the 2 ms of taking the heap apart.
    process.exit(code)
  }, crash)
}

if (isSupported(process.versions.node)) start()
else fail('followup needs Node 20.17, 22.14, 24 or newer; this is ' + process.version + '.', 'Install a newer Node from nodejs.org.')
