"""High-precision reference values of the severity laws.

Run in this folder: python3 laws.py [name ...]   (mpmath 1.2.1, 60 digits)
Writes ../resources/reference/law-NAME.txt. Arguments of the values are binary doubles, exactly as printed; values are
printed with 20 digits. Limited means come from tanh-sinh quadrature of the survival function, not from closed forms.
"""
import os
import sys

import mpmath
from mpmath import (betainc, erfc, exp, expm1, floor, gamma, gammainc, inf, log, log1p, loggamma, mp, mpf, ncdf, pi, quad,
                    sin, sqrt)

mp.dps = 60
LOWER = [1e-12, 1e-6, 0.001, 0.01, 0.1, 0.3, 0.5, 0.9, 0.999, 1 - 2.0**-40]
UPPER = [0.9, 0.5, 0.1, 0.01, 1e-4, 1e-9, 1e-15]
DEEP = [1e-30, 1e-100, 1e-200, 1e-300]


def normal_sf(z):
    return erfc(z / sqrt(mpf(2))) / 2


def root(f, low, high):
    """Root of an increasing function in [low, high], by bisection and the method of Anderson and Bjorck."""
    fl, fh = f(low), f(high)
    side = 0
    for step in range(2000):
        if abs(high - low) <= mpf(10)**-52 * max(1, abs(high)):
            break
        c = (low + high) / 2 if step < 12 or step % 5 == 4 else (fl * high - fh * low) / (fl - fh)
        fc = f(c)
        if fc == 0:
            return c
        if fc < 0:
            if side < 0:
                m = 1 - fc / fl
                fh *= m if m > 0 else mpf(1) / 2
            low, fl, side = c, fc, -1
        else:
            if side > 0:
                m = 1 - fc / fh
                fl *= m if m > 0 else mpf(1) / 2
            high, fh, side = c, fc, 1
    return (low + high) / 2


class Law:
    low = mpf(0)
    high = inf
    mean = None
    variance = None

    def cdf(self, x):
        return 1 - self.sf(x)

    def start(self):
        return max(self.low, mpf(1))

    def bracket(self, f):
        low = log(self.low) if self.low > 0 else mpf(-50000)
        high = log(self.high) if self.high < inf else mpf(50000)
        y = min(max(log(self.start()), low), high)
        step = mpf(1)
        if f(y) < 0:
            while y + step < high and f(y + step) < 0:
                y, step = y + step, 2 * step
            return y, min(high, y + step)
        while y - step > low and f(y - step) >= 0:
            y, step = y - step, 2 * step
        return max(low, y - step), y

    def quantile(self, p):
        p = mpf(p)
        f = lambda y: log(self.cdf(exp(y)) + mpf(10)**-40000) - log(p)
        return exp(root(f, *self.bracket(f)))

    def upper(self, q):
        q = mpf(q)
        f = lambda y: log(q) - log(self.sf(exp(y)) + mpf(10)**-40000)
        return exp(root(f, *self.bracket(f)))

    def places(self):
        return []

    def limited(self, u):
        u = mpf(u)
        if u <= self.low:
            return u
        points = [self.quantile(p) for p in (1e-20, 1e-8, 1e-3, 0.05, 0.2, 0.5)]
        points += [self.upper(q) for q in (0.2, 0.05, 1e-3, 1e-6, 1e-10)] + self.places()
        points = [self.low] + sorted(x for x in points if self.low < x < u) + [u]
        return self.low + quad(self.sf, points)


def power_moments(law, raw):
    """Mean and variance from raw moments, infinite where None."""
    m1, m2 = raw
    law.mean = inf if m1 is None else m1
    law.variance = inf if m2 is None else m2 - m1 * m1


class Lognormal(Law):
    def __init__(self, mu, sigma):
        self.mu, self.sigma = mu, sigma
        power_moments(self, (exp(mu + sigma**2 / 2), exp(2 * mu + 2 * sigma**2)))

    def start(self):
        return exp(self.mu)

    def sf(self, x):
        return normal_sf((log(x) - self.mu) / self.sigma)

    def cdf(self, x):
        return normal_sf((self.mu - log(x)) / self.sigma)


class Exponential(Law):
    def __init__(self, mean):
        self.m = mean
        power_moments(self, (mean, 2 * mean**2))

    def start(self):
        return self.m

    def sf(self, x):
        return exp(-x / self.m)

    def cdf(self, x):
        return -expm1(-x / self.m)


class Gamma(Law):
    def __init__(self, shape, scale):
        self.shape, self.scale = shape, scale
        power_moments(self, (shape * scale, shape * (shape + 1) * scale**2))
        t = shape + 2 * sqrt(shape) + 1
        assert abs(self.sf(scale * t) / gammainc(shape, t, inf, regularized=True) - 1) < mpf(10)**-45

    def start(self):
        return self.shape * self.scale

    def sf(self, x):
        a, t = self.shape, x / self.scale
        if t <= a + 1:
            return 1 - self.series(a, t)
        # The continued fraction of Legendre, by Lentz; checked against gammainc at one point of each law.
        b, c = t + 1 - a, mpf(10)**200
        d = 1 / b
        h = d
        for i in range(1, 1000000):
            b += 2
            d = 1 / (i * (a - i) * d + b)
            c = b + i * (a - i) / c
            h *= d * c
            if abs(d * c - 1) < mpf(10)**-58:
                return h * exp(a * log(t) - t - loggamma(a))

    def cdf(self, x):
        a, t = self.shape, x / self.scale
        return self.series(a, t) if t < a + 10 else 1 - self.sf(x)

    @staticmethod
    def series(a, t):
        term = total = mpf(1)
        n = a + 1
        while term > total * mpf(10)**-62:
            term *= t / n
            total += term
            n += 1
        return total * exp(a * log(t) - t - loggamma(a + 1))


class Weibull(Law):
    def __init__(self, shape, scale):
        self.shape, self.scale = shape, scale
        power_moments(self, (scale * gamma(1 + 1 / shape), scale**2 * gamma(1 + 2 / shape)))

    def start(self):
        return self.scale

    def sf(self, x):
        return exp(-(x / self.scale)**self.shape)

    def cdf(self, x):
        return -expm1(-(x / self.scale)**self.shape)


class Pareto(Law):
    def __init__(self, alpha, minimum):
        self.alpha, self.low = alpha, minimum
        power_moments(self, [alpha * minimum**k / (alpha - k) if alpha > k else None for k in (1, 2)])

    def sf(self, x):
        return (self.low / x)**self.alpha if x > self.low else mpf(1)


class Lomax(Law):
    def __init__(self, alpha, scale):
        self.alpha, self.scale = alpha, scale
        power_moments(self, (scale / (alpha - 1) if alpha > 1 else None,
                             2 * scale**2 / ((alpha - 1) * (alpha - 2)) if alpha > 2 else None))

    def start(self):
        return self.scale

    def sf(self, x):
        return exp(-self.alpha * log1p(x / self.scale))

    def cdf(self, x):
        return -expm1(-self.alpha * log1p(x / self.scale))


class Levy(Law):
    def __init__(self, scale):
        self.scale = scale
        power_moments(self, (None, None))

    def start(self):
        return self.scale

    def sf(self, x):
        return mpmath.erf(sqrt(self.scale / (2 * x)))

    def cdf(self, x):
        return erfc(sqrt(self.scale / (2 * x)))


class Gpd(Law):
    def __init__(self, xi, beta, threshold):
        self.xi, self.beta, self.low = xi, beta, threshold
        if xi < 0:
            self.high = threshold - beta / xi
        self.mean = threshold + beta / (1 - xi) if xi < 1 else inf
        self.variance = beta**2 / ((1 - xi)**2 * (1 - 2 * xi)) if xi < 0.5 else inf

    def start(self):
        return self.low + self.beta / 10

    def hazard(self, x):
        y = x - self.low
        if y <= 0:
            return mpf(0)
        if self.xi == 0:
            return y / self.beta
        return log1p(self.xi * y / self.beta) / self.xi if x < self.high else mpf(10)**9

    def sf(self, x):
        return exp(-self.hazard(x))

    def cdf(self, x):
        return -expm1(-self.hazard(x))


class Burr(Law):
    def __init__(self, alpha, gamma_, scale):
        self.alpha, self.gamma, self.scale = alpha, gamma_, scale
        power_moments(self, [
            scale**k * gamma(1 + k / gamma_) * gamma(alpha - k / gamma_) / gamma(alpha) if alpha * gamma_ > k else None
            for k in (1, 2)
        ])

    def start(self):
        return self.scale

    def sf(self, x):
        return exp(-self.alpha * log1p((x / self.scale)**self.gamma))

    def cdf(self, x):
        return -expm1(-self.alpha * log1p((x / self.scale)**self.gamma))


class Loglogistic(Burr):
    def __init__(self, shape, scale):
        Burr.__init__(self, mpf(1), shape, scale)
        if shape > 1:
            assert abs(self.mean / (scale * (pi / shape) / sin(pi / shape)) - 1) < mpf(10)**-50


class TruncatedPareto(Law):
    def __init__(self, alpha, minimum, maximum):
        self.alpha, self.low, self.high = alpha, minimum, maximum
        self.r = (minimum / maximum)**alpha
        moment = lambda k: alpha * minimum**alpha / (1 - self.r) * (
            log(maximum / minimum) if alpha == k else (maximum**(k - alpha) - minimum**(k - alpha)) / (k - alpha))
        power_moments(self, (moment(1), moment(2)))

    def sf(self, x):
        if x >= self.high:
            return mpf(0)
        return ((self.low / x)**self.alpha - self.r) / (1 - self.r) if x > self.low else mpf(1)


class Pert(Law):
    def __init__(self, minimum, mode, maximum, lam):
        self.low, self.high = minimum, maximum
        width = maximum - minimum
        self.a = 1 + lam * (mode - minimum) / width
        self.b = 1 + lam * (maximum - mode) / width
        mean = self.a / (self.a + self.b)
        self.mean = minimum + width * mean
        self.variance = width**2 * mean * (1 - mean) / (self.a + self.b + 1)

    def start(self):
        return (self.low + self.high) / 2

    def sf(self, x):
        x = min(max(x, self.low), self.high)
        return betainc(self.b, self.a, 0, (self.high - x) / (self.high - self.low), regularized=True)

    def cdf(self, x):
        x = min(max(x, self.low), self.high)
        return betainc(self.a, self.b, 0, (x - self.low) / (self.high - self.low), regularized=True)


class Uniform(Law):
    def __init__(self, minimum, maximum):
        self.low, self.high = minimum, maximum
        self.mean = (minimum + maximum) / 2
        self.variance = (maximum - minimum)**2 / 12

    def start(self):
        return (self.low + self.high) / 2

    def sf(self, x):
        return max(self.high - x, mpf(0)) / (self.high - self.low)

    def cdf(self, x):
        return max(x - self.low, mpf(0)) / (self.high - self.low)


class Capped(Law):
    def __init__(self, law, cap):
        self.law, self.cap = law, cap
        self.low, self.high = law.low, cap
        self.mean = law.limited(cap)
        points = [law.low] + sorted(
            x for x in [law.quantile(p) for p in (1e-9, 0.01, 0.5)] + [law.upper(q) for q in (0.1, 1e-3, 1e-7)] + law.places()
            if law.low < x < cap) + [cap]
        second = quad(lambda x: 2 * (x - law.low) * law.sf(x), points)
        self.variance = second - (self.mean - law.low)**2

    def start(self):
        return min(self.law.start(), self.cap)

    def sf(self, x):
        return self.law.sf(x) if x < self.cap else mpf(0)

    def cdf(self, x):
        return self.law.cdf(x) if x < self.cap else mpf(1)

    def quantile(self, p):
        return min(self.cap, self.law.quantile(p))

    def upper(self, q):
        return min(self.cap, self.law.upper(q))

    def limited(self, u):
        return self.law.limited(min(mpf(u), self.cap))


class Mixture(Law):
    def __init__(self, laws, weights):
        self.laws, self.weights = laws, weights
        self.low = min(law.low for law in laws)
        self.high = max(law.high for law in laws)
        self.mean = sum(w * law.mean for w, law in zip(weights, laws))
        self.variance = inf
        if all(law.variance < inf for law in laws):
            self.variance = sum(w * (law.variance + law.mean**2) for w, law in zip(weights, laws)) - self.mean**2

    def start(self):
        return self.laws[0].start()

    def part(self, f, law, x):
        if x <= law.low:
            return mpf(1 if f == 'sf' else 0)
        if x >= law.high:
            return mpf(0 if f == 'sf' else 1)
        return getattr(law, f)(x)

    def sf(self, x):
        return sum(w * self.part('sf', law, x) for w, law in zip(self.weights, self.laws))

    def cdf(self, x):
        return sum(w * self.part('cdf', law, x) for w, law in zip(self.weights, self.laws))

    def places(self):
        return [e for law in self.laws for e in (law.low, law.high) if e > 0 and e < inf]


class Splice(Law):
    """Excess laws in the tail: Exponential, Lomax, Gpd with threshold 0; others conditioned on exceeding."""

    def __init__(self, body, tail, threshold, weight):
        self.body, self.tail, self.t, self.w = body, tail, threshold, weight
        self.excess = isinstance(tail, (Exponential, Lomax)) or (isinstance(tail, Gpd) and tail.low == 0)
        self.low = body.low
        self.high = (threshold + tail.high if self.excess else tail.high) if tail.high < inf else inf
        fb = body.cdf(threshold)
        points = [body.low] + sorted(
            x for x in [body.quantile(p) for p in (1e-9, 0.01, 0.5)] + [body.upper(q) for q in (0.1, 1e-3)]
            if body.low < x < threshold) + [threshold]
        conditional = lambda x: 1 - body.cdf(x) / fb if x > body.low else mpf(1)
        m1 = body.low + quad(conditional, points)
        m2 = body.low**2 + quad(lambda x: 2 * x * conditional(x), points)
        if self.excess:
            t1, t2 = threshold + tail.mean, None
            if tail.variance < inf:
                t2 = tail.variance + tail.mean**2 + 2 * threshold * tail.mean + threshold**2
        else:
            reach = tail.sf(threshold)
            lower = [tail.low] + [threshold]
            below = lambda k: quad(lambda x: k * x**(k - 1) * tail.sf(x), [p for p in [tail.low] + sorted(
                x for x in [tail.quantile(p) for p in (1e-9, 0.01, 0.5)] if tail.low < x < threshold) + [threshold]])
            t1 = t2 = None
            if tail.mean < inf:
                t1 = threshold + (tail.mean - tail.low - below(1)) / reach
            if tail.variance < inf:
                t2 = threshold**2 + (tail.variance + tail.mean**2 - tail.low**2 - below(2)) / reach
        self.mean = inf if t1 is None or t1 == inf else (1 - weight) * m1 + weight * t1
        self.variance = inf if t2 is None else (1 - weight) * m2 + weight * t2 - self.mean**2

    def start(self):
        return self.body.start()

    def sf(self, x):
        if x >= self.t:
            return self.w * (self.tail.sf(x - self.t) if self.excess else self.tail.sf(x) / self.tail.sf(self.t))
        return self.w + (1 - self.w) * (1 - self.body.cdf(x) / self.body.cdf(self.t))

    def cdf(self, x):
        return (1 - self.w) * self.body.cdf(x) / self.body.cdf(self.t) if x < self.t else 1 - self.sf(x)

    def places(self):
        return [self.t]


class RecordsCost(Law):
    """Without spread, or Pareto records with spread (an exponentially modified normal logarithm)."""

    def __init__(self, records, intercept, slope, sigma):
        self.r, self.a, self.b, self.sigma = records, intercept, slope, sigma
        self.low = mpf(0) if sigma > 0 or records.low == 0 else exp(intercept) * records.low**slope
        raw = []
        for k in (1, 2):
            kb = k * slope
            scale = exp(k * intercept + k * k * sigma**2 / 2)
            if isinstance(records, Pareto):
                raw.append(scale * records.alpha * records.low**kb / (records.alpha - kb) if records.alpha > kb else None)
            elif isinstance(records, Lognormal):
                raw.append(scale * exp(kb * records.mu + (kb * records.sigma)**2 / 2))
            elif isinstance(records, Gamma):
                raw.append(scale * records.scale**kb * gamma(records.shape + kb) / gamma(records.shape))
            elif isinstance(records, Weibull):
                raw.append(scale * records.scale**kb * gamma(1 + kb / records.shape))
        power_moments(self, raw)

    def start(self):
        return exp(self.a) * self.r.start()**self.b

    def sf(self, x):
        if self.sigma == 0:
            r = exp((log(x) - self.a) / self.b)
            return self.r.sf(r)
        if isinstance(self.r, Lognormal):
            s = sqrt((self.b * self.r.sigma)**2 + self.sigma**2)
            return normal_sf((log(x) - self.a - self.b * self.r.mu) / s)
        rate = self.r.alpha / self.b
        y = log(x) - self.a - self.b * log(self.r.low)
        s = self.sigma
        return normal_sf(y / s) + exp(-rate * y + (rate * s)**2 / 2) * normal_sf(rate * s - y / s)

    def cdf(self, x):
        if self.sigma == 0:
            return self.r.cdf(exp((log(x) - self.a) / self.b))
        return 1 - self.sf(x)


def read(text):
    """'lognormal mu=1 sigma=2' or nested 'splice body=(...) tail=(...) threshold=5 tailWeight=0.1'."""
    name, _, rest = text.strip().partition(' ')
    values = {}
    while rest.strip():
        key, _, rest = rest.strip().partition('=')
        if rest[0] == '(':
            depth, i = 1, 1
            while depth:
                depth += {'(': 1, ')': -1}.get(rest[i], 0)
                i += 1
            value, rest = read(rest[1:i - 1]), rest[i:]
        else:
            word, _, rest = rest.partition(' ')
            value = mpf(float(word))
        values[key] = value
    return make(name, values)


def make(name, v):
    if name == 'mixture':
        weights = [w for k, w in v.items() if k.startswith('w')]
        return Mixture([l for k, l in v.items() if k.startswith('c')], [w / sum(weights) for w in weights])
    arguments = list(v.values())
    return {'lognormal': Lognormal, 'exponential': Exponential, 'gamma': Gamma, 'weibull': Weibull, 'pareto': Pareto,
            'lomax': Lomax, 'levy': Levy, 'gpd': Gpd, 'burr': Burr, 'loglogistic': Loglogistic, 'truncatedPareto': TruncatedPareto,
            'pert': Pert, 'uniform': Uniform, 'capped': Capped, 'splice': Splice, 'recordsCost': RecordsCost}[name](*arguments)


def digits(x):
    return 'Infinity' if x == inf else mpmath.nstr(x, 20, min_fixed=0, max_fixed=0) if x != 0 else '0'


def double(x):
    return repr(float(x))


def rows(law):
    for p in LOWER:
        x = law.quantile(p)
        if x > mpf(10)**-290:
            yield 'quantile %s %s' % (repr(p), digits(x))
            if float(x) > law.low and float(x) < law.high:
                yield 'cdf %s %s' % (double(x), digits(law.cdf(mpf(float(x)))))
    for q in UPPER + DEEP:
        x = law.upper(q)
        if x < mpf(10)**290:
            yield 'upper %s %s' % (repr(q), digits(x))
            if float(x) > law.low and float(x) < law.high:
                s = law.sf(mpf(float(x)))
                if s > mpf(10)**-305:
                    yield 'sf %s %s' % (double(x), digits(s))
    yield 'mean %s' % digits(law.mean)
    yield 'variance %s' % digits(law.variance)
    for u in [law.quantile(0.1), law.upper(0.5), law.upper(0.01), law.upper(1e-6)]:
        if mpf(10)**-290 < u < mpf(10)**290:
            yield 'limited %s %s' % (double(u), digits(law.limited(float(u))))


def main(names):
    here = os.path.dirname(os.path.abspath(__file__))
    sets = {}
    with open(os.path.join(here, 'laws.txt')) as f:
        for line in f:
            if line.strip() and not line.startswith('#'):
                sets.setdefault(line.split()[0], []).append(line.strip())
    for name, texts in sets.items():
        if names and name not in names:
            continue
        with open(os.path.join(here, '..', 'resources', 'reference', 'law-%s.txt' % name), 'w') as out:
            out.write('# mpmath %s, %d digits, Python %s; command: python3 laws.py %s; argument doubles are exact\n' %
                      (mpmath.__version__, mp.dps, sys.version.split()[0], name))
            for text in texts:
                print(text, flush=True)
                out.write('set %s\n' % text)
                for row in rows(read(text)):
                    out.write(row + '\n')


main(sys.argv[1:])
