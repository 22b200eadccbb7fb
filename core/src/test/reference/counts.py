"""High-precision reference values of the count laws.

Run in this folder: python3 counts.py   (mpmath 1.2.1, 60 digits)
Writes ../resources/reference/counts.txt: sets of parameters with rows "probability n value", mean and variance. The
parameters are binary doubles, exactly as printed; values are printed with 20 digits.
"""
import os
import sys

import mpmath
from mpmath import binomial, exp, findroot, gamma, log, loggamma, mp, mpf, sqrt

mp.dps = 60


def neyman(clusters, per, n):
    if n == 0:
        return exp(-clusters * (1 - exp(-per)))
    total, j, peak = mpf(0), 1, mpf(0)
    while True:
        term = exp(j * log(clusters) - clusters - loggamma(j + 1) + n * log(j * per) - j * per - loggamma(n + 1))
        total += term
        peak = max(peak, term)
        if term < peak * mpf(10)**-50 and j > clusters and j * per > n:
            return total
        j += 1


def law(text):
    """(probability, mean, variance) of one line."""
    name, _, rest = text.partition(' ')
    if name in ('zeroTruncated', 'zeroModified'):
        inner = rest[rest.index('(') + 1:rest.rindex(')')]
        p, mean, variance = law(inner)
        kept = 1 - p(0)
        weight = mpf(0)
        if name == 'zeroModified':
            weight = mpf(float(rest.rsplit('=', 1)[1]))
        m = (1 - weight) * mean / kept
        return (lambda n: weight if n == 0 else (1 - weight) * p(n) / kept, m,
                (1 - weight) * (variance + mean**2) / kept - m**2)
    v = [mpf(float(word.split('=')[1])) for word in rest.split()]
    if name == 'poisson':
        return lambda n: exp(n * log(v[0]) - v[0] - loggamma(n + 1)), v[0], v[0]
    if name == 'negativeBinomial':
        mean, dispersion = v
        r = mean / (dispersion - 1)
        return (lambda n: exp(loggamma(n + r) - loggamma(r) - loggamma(n + 1) - r * log(dispersion) + n * log(1 - 1 / dispersion)),
                mean, mean * dispersion)
    if name == 'binomial':
        n, p = v
        return lambda k: binomial(n, k) * p**k * (1 - p)**(n - k) if k <= n else mpf(0), n * p, n * p * (1 - p)
    if name == 'geometric':
        return lambda n: (v[0] / (1 + v[0]))**n / (1 + v[0]), v[0], v[0] * (1 + v[0])
    if name == 'logarithmic':
        beta = findroot(lambda b: b / log(1 + b) - v[0], (2 * (v[0] - 1), 3 * v[0] * log(2 + v[0])), solver='anderson', tol=1e-100, maxsteps=500, verify=False)
        assert abs(beta / log(1 + beta) / v[0] - 1) < mpf(10)**-45
        return (lambda n: (beta / (1 + beta))**n / (n * log(1 + beta)) if n else mpf(0), v[0], v[0] * (1 + beta - v[0]))
    return lambda n: neyman(v[0], v[1], n), v[0] * v[1], v[0] * v[1] * (1 + v[1])


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, '..', 'resources', 'reference', 'counts.txt'), 'w') as out:
        out.write('# mpmath %s, %d digits, Python %s; command: python3 counts.py; argument doubles are exact\n' %
                  (mpmath.__version__, mp.dps, sys.version.split()[0]))
        for text in open(os.path.join(here, 'counts.txt')):
            text = text.strip()
            if not text or text.startswith('#'):
                continue
            out.write('set %s\n' % text)
            p, mean, variance = law(text)
            sd = sqrt(variance)
            wanted = {0, 1, 2, 3, 5, 10} | {max(0, int(mean + k * sd)) for k in (-8, -3, -1, 0, 1, 3, 8, 20)}
            for n in sorted(wanted):
                value = p(n)
                if value == 0 or value > mpf(10)**-300:
                    out.write('probability %d %s\n' % (n, mpmath.nstr(value, 20, min_fixed=0, max_fixed=0) if value else '0'))
            out.write('mean %s\nvariance %s\n' % (mpmath.nstr(mean, 20), mpmath.nstr(variance, 20)))


main()
