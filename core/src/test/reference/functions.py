"""High-precision reference values of the special functions.

Run in this folder: python3 functions.py   (mpmath 1.2.1, 60 digits)
Writes ../resources/reference/functions.txt: rows "function argument... value". Arguments are binary doubles, exactly as
printed; values are printed with 20 digits.
"""
import os
import sys

import mpmath
from mpmath import betainc, erfc, exp, findroot, inf, log, loggamma, gammainc, mp, mpf, sqrt

mp.dps = 60


def survival(z):
    return erfc(z / sqrt(mpf(2))) / 2


def inverse_upper(q):
    if q == 0.5:
        return mpf(0)
    start = sqrt(-2 * log(q)) if q < 0.02 else 2.5 * (0.5 - q)
    return findroot(lambda z: log(survival(z)) - log(q), start, tol=1e-100, maxsteps=200)


def inverse(f, start):
    """The x with f(x) = 0, sought in ln x."""
    x = exp(findroot(lambda y: f(exp(y)), log(start), tol=1e-90, maxsteps=200, verify=False))
    assert abs(mpmath.im(x)) < mpf(10)**-45 * abs(x) and abs(f(x)) < mpf(10)**-40
    return mpmath.re(x)


def rows():
    for z in [0.0, 1e-10, 0.001, 0.1, 0.4, 0.6744897501960817, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 5.25, 6.0, 8.0, 10.0, 15.0,
              20.0, 25.0, 30.0, 35.0, 37.0, -0.001, -0.5, -1.0, -3.0, -8.0, 7.123456789, 13.37, 22.2222]:
        yield 'survival', (z,), survival(mpf(z))
        yield 'cdf', (-z,), survival(mpf(z))
    for q in [0.5 + 1e-10, 0.5, 0.4999, 0.45, 0.4, 0.3, 0.25, 0.2, 0.1, 0.08, 0.075, 0.07, 0.05, 0.02, 0.01, 0.001, 1e-4, 1e-6,
              1e-9, 1e-11, 2e-11, 1e-12, 1e-15, 1e-20, 1e-50, 1e-100, 1e-200, 1e-300, 2.0**-54, 0.75, 0.9, 0.99, 0.999999]:
        yield 'inverseUpper', (q,), inverse_upper(mpf(q))
    for x in [1e-300, 1e-20, 1e-5, 0.01, 0.1, 0.3, 0.5, 0.75, 0.999, 0.9999999, 1.0000001, 1.001, 1.25, 1.49, 1.5, 1.75, 1.999,
              2.0001, 2.25, 2.5, 3.0, 3.7, 5.5, 7.25, 9.999, 10.0, 12.5, 20.0, 33.3, 100.0, 1234.5, 1e5, 1e10, 1e100]:
        yield 'logGamma', (x,), loggamma(mpf(x))
    for a in [0.001, 0.01, 0.1, 0.5, 0.99, 1.0, 1.5, 2.0, 5.0, 9.9, 10.1, 30.0, 100.0, 1000.0]:
        for factor in [1e-6, 0.01, 0.2, 0.5, 0.9, 1.0, 1.1, 1.5, 2.0, 5.0, 20.0]:
            x = a * factor if a >= 1 else factor
            p = gammainc(mpf(a), 0, mpf(x), regularized=True)
            q = gammainc(mpf(a), mpf(x), inf, regularized=True)
            if p > mpf(10)**-300:
                yield 'gammaP', (a, x), p
            if q > mpf(10)**-300:
                yield 'gammaQ', (a, x), q
            if mpf(10)**-300 < q < 0.9:
                d = float(q)
                yield 'gammaInverseQ', (a, d), inverse(
                    lambda t: log(gammainc(mpf(a), t, inf, regularized=True)) - log(mpf(d)), mpf(x))
            if mpf(10)**-300 < p < 0.9 and a >= 0.1:
                d = float(p)
                yield 'gammaInverseP', (a, d), inverse(
                    lambda t: log(gammainc(mpf(a), 0, t, regularized=True)) - log(mpf(d)), mpf(x))
    for a, b in [(1, 1), (1, 3), (3, 1), (1.4, 4.6), (4.6, 1.4), (2, 2), (1.01, 1.02), (10, 30), (30, 10), (100, 100), (500, 2.5),
                 (0.5, 0.5), (0.3, 5), (16, 301)]:
        for x in [1e-10, 1e-3, 0.05, 0.25, 0.5, 0.75, 0.9, 0.99, 1 - 2.0**-20]:
            value = betainc(mpf(a), mpf(b), 0, mpf(x), regularized=True)
            if value > mpf(10)**-300:
                yield 'beta', (float(a), float(b), x), value
            if a >= 1 and b >= 1 and mpf(10)**-300 < value < 0.9:
                d = float(value)
                yield 'betaInverse', (float(a), float(b), d), inverse(
                    lambda t: log(betainc(mpf(a), mpf(b), 0, t, regularized=True)) - log(mpf(d)), mpf(x))


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, '..', 'resources', 'reference', 'functions.txt'), 'w') as out:
        out.write('# mpmath %s, %d digits, Python %s; command: python3 functions.py; argument doubles are exact\n' %
                  (mpmath.__version__, mp.dps, sys.version.split()[0]))
        for name, arguments, value in rows():
            out.write('%s %s %s\n' % (name, ' '.join(map(repr, arguments)),
                                     mpmath.nstr(value, 20, min_fixed=0, max_fixed=0) if value else '0'))


main()
