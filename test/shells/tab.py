"""Types into a real shell at a terminal: tab.py MARKER COMMAND...; the keys come on standard input, and are typed at the first prompt "READY>".
Ends well when the file MARKER appears; after 30 seconds it prints what was on the screen and fails."""
import os, pty, select, sys, time

marker, command, keys = sys.argv[1], sys.argv[2:], sys.stdin.buffer.read()
child, screen = pty.fork()
if child == 0:
    os.execvp(command[0], command)
seen, typed, end = b'', False, time.monotonic() + 30
while time.monotonic() < end and not os.path.exists(marker):
    if select.select([screen], [], [], 0.05)[0]:
        try:
            seen += os.read(screen, 65536)
        except OSError:
            break
    if not typed and b'READY>' in seen:
        os.write(screen, keys)
        typed = True
done = os.path.exists(marker)
os.close(screen)
if not done:
    sys.stdout.buffer.write(b'--- on the screen:\n' + seen + b'\n')
    sys.exit(1)
