#!/usr/bin/env node
'use strict'
// Old syntax on purpose: an old Node must still be able to parse this and say so. CommonJS on purpose: an ES module costs 5 ms at every start.

var fs = require('fs')
var path = require('path')
var vm = require('vm')

var dist = path.join(__dirname, '..', 'dist')
var entry = path.join(dist, 'main.cjs')

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

// The files of dist/, as `require` would load them, but compiled already where the build has left the code of this very Node: it saves 10 ms.
var loaded = {}

function load(name) {
  if (loaded[name]) return loaded[name].exports
  var file = path.join(dist, name)
  var source = fs.readFileSync(file, 'latin1')
  var text = '(function (exports, require, module, __filename, __dirname) {' + source + '\n})'
  var script = new vm.Script(text, { filename: file, cachedData: codeOf(name, source) })
  var module = (loaded[name] = { exports: {} })
  script.runInThisContext()(module.exports, requireFromDist, module, file, dist)
  return module.exports
}

// Such code ends with the mark that its source begins with, '/*0123456789abcdef*/'; of another Node's V8 takes no notice.
function codeOf(name, source) {
  try {
    var code = fs.readFileSync(path.join(dist, 'code', name))
    var end = code.length - 16
    return code.latin1Slice(end) === source.slice(2, 18) ? code.subarray(0, end) : undefined
  } catch (error) {
    return undefined
  }
}

// What a verb of every day needs lies together in one file more, and counts as loaded.
function loadEveryday(verb) {
  var name = 'everyday-' + verb + '.cjs'
  if (!/^[a-z]+$/.test(verb) || !fs.existsSync(path.join(dist, name))) return
  var files = load(name).files
  for (var one in files) loaded[one] = { exports: files[one] }
}

function requireFromDist(name) {
  return /^\.\/[^/]+\.cjs$/.test(name) ? load(name.slice(2)) : require(name)
}

function start() {
  var main
  try {
    loadEveryday(process.argv[2] || 'due')
    main = load('main.cjs').main
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
    // All output is written by now, without waiting streams; leaving at once saves the 2 ms of taking the heap apart.
    process.exit(code)
  }, crash)
}

if (isSupported(process.versions.node)) start()
else fail('followup needs Node 20.17, 22.14, 24 or newer; this is ' + process.version + '.', 'Install a newer Node from nodejs.org.')
