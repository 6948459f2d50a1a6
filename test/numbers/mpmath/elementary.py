# Reference values of elementary functions: mpmath at 400 bits, every one held against bc -l to 50 digits. Writes golden/elementary.json.
# Run: python3 test/numbers/mpmath/elementary.py (mpmath 1.3.0, bc 1.07.1). The tests need neither.
import json, os, random, struct, subprocess
import mpmath
from mpmath import mp, mpf

mp.prec = 400
random.seed(20240914)


def bc(lines):
    done = subprocess.run(['bc', '-l'], input='scale=140\n' + '\n'.join(lines) + '\n', capture_output=True, text=True, env={**os.environ, 'BC_LINE_LENGTH': '0'}, check=True)
    return [mpf(line) for line in done.stdout.split()]


def exact(x):
    """A double as bc reads it: all its digits, no exponent."""
    sign, text = ('-', mpmath.nstr(-mpf(x), 1200)) if x < 0 else ('', mpmath.nstr(mpf(x), 1200))
    digits, _, power = text.partition('e')
    whole, _, part = digits.partition('.')
    shift = int(power or 0)
    both = whole + part
    at = len(whole) + shift
    return sign + ('0.' + '0' * -at + both if at <= 0 else both.ljust(at, '0')[:at] + '.' + (both[at:] or '0'))


uniform = random.uniform
log_uniform = lambda low, high: 2.0 ** uniform(low, high)
signed = lambda low, high: random.choice([-1, 1]) * log_uniform(low, high)
# name: (mpmath, bc's words for it, arguments)
functions = {
    'exp': (mp.exp, 'e({x})', [0.0, 1.0, -1.0, 0.5 * 0.6931471805599453, 709.0, -708.0] + [uniform(-30, 30) for _ in range(24)] + [signed(-40, 0) for _ in range(8)] + [uniform(-300, 300) for _ in range(6)]),
    'expm1': (mp.expm1, 'e({x})-1', [1.0, -1.0, 0.25, -0.25] + [signed(-40, 5) for _ in range(30)] + [uniform(-3, 3) for _ in range(12)]),
    'log': (mp.log, 'l({x})', [2.0, 10.0, 0.5, 1 + 2.0 ** -52, 1 - 2.0 ** -53] + [log_uniform(-300, 300) for _ in range(20)] + [uniform(0.5, 2) for _ in range(20)]),
    'log1p': (mp.log1p, 'l(1+{x})', [1.0, -0.5, 0.41421356237309503, -0.2928932188134524] + [signed(-40, -1) for _ in range(24)] + [log_uniform(0, 200) for _ in range(12)] + [uniform(-0.999, 2) for _ in range(12)]),
    'log10': (lambda x: mp.log(x) / mp.log(10), 'l({x})/l(10)', [2.0, 5.0, 0.3] + [log_uniform(-300, 300) for _ in range(20)] + [uniform(0.5, 2) for _ in range(12)]),
    'tanh': (mp.tanh, '(e(2*{x})-1)/(e(2*{x})+1)', [signed(-20, 4) for _ in range(24)] + [uniform(-2, 2) for _ in range(12)]),
    'atanh': (mp.atanh, 'l((1+{x})/(1-{x}))/2', [0.999, -0.999, 0.5] + [uniform(-0.999, 0.999) for _ in range(24)] + [signed(-20, -2) for _ in range(12)]),
    'sin': (mp.sin, 's({x})', [3.141592653589793, 1.5707963267948966, 0.7853981633974483, 355.0, 103993.0] + [uniform(-7, 7) for _ in range(24)] + [uniform(-8e5, 8e5) for _ in range(12)]),
    'cos': (mp.cos, 'c({x})', [3.141592653589793, 1.5707963267948966, 0.7853981633974483, 11.0, 710.0 / 2] + [uniform(-7, 7) for _ in range(24)] + [uniform(-8e5, 8e5) for _ in range(12)]),
    'atan': (mp.atan, 'a({x})', [0.4375, 0.6875, 1.1875, 2.4375, 1e10] + [signed(-20, 20) for _ in range(24)] + [uniform(-3, 3) for _ in range(12)]),
    'asin': (mp.asin, 'a({x}/sqrt(1-{x}*{x}))', [0.5, -0.5, 0.975, 0.999999] + [uniform(-1, 1) for _ in range(30)] + [signed(-20, -2) for _ in range(8)]),
}
pairs = {
    'power': (mp.power, 'e({y}*l({x}))', [(2.0, 0.5), (10.0, -3.5), (0.1, 4.0), (1.0000000001, 1e9)] + [(uniform(0, 1), uniform(0, 4)) for _ in range(24)] + [(log_uniform(-20, 20), uniform(-20, 20)) for _ in range(20)]),
    'atan2': (mp.atan2, None, [(signed(-4, 4), signed(-4, 4)) for _ in range(24)]),
}


def parts(value):
    """The double nearest to a value, and what is missing."""
    high = float(value)
    return [high, float(value - mpf(high))]


found = {}
for name, (f, words, arguments) in functions.items():
    values = [f(mpf(x)) for x in arguments]
    for x, a, b in zip(arguments, values, bc([words.format(x='(' + exact(x) + ')') for x in arguments])):
        assert abs(a - b) <= mpf(10) ** -50 * max(abs(a), mpf(10) ** -60), (name, x, a, b)
    found[name] = [[x, *parts(value)] for x, value in zip(arguments, values)]
for name, (f, words, arguments) in pairs.items():
    values = [f(mpf(x), mpf(y)) for x, y in arguments]
    if words is not None:
        for (x, y), a, b in zip(arguments, values, bc([words.format(x='(' + exact(x) + ')', y='(' + exact(y) + ')') for x, y in arguments])):
            assert abs(a - b) <= mpf(10) ** -40 * abs(a), (name, x, y, a, b)
    found[name] = [[x, y, *parts(value)] for (x, y), value in zip(arguments, values)]

program = {'mpmath': mpmath.__version__, 'bc': subprocess.run(['bc', '--version'], capture_output=True, text=True).stdout.split()[1]}
rows = ',\n'.join(f'  {json.dumps(name)}: [\n' + ',\n'.join('    ' + json.dumps(row) for row in lines) + '\n  ]' for name, lines in found.items())
note = 'arguments, the double nearest to the value, and the value minus that double'
with open(os.path.join(os.path.dirname(__file__), '../golden/elementary.json'), 'w') as file:
    file.write('{\n' + f'"engine": {json.dumps(program)},\n"rows": {json.dumps(note)},\n"values": {{\n{rows}\n}}\n}}\n')
print(sum(map(len, found.values())), 'values')
