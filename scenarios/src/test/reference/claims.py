"""Draws the invented record of library:tariff-claims from known relativities. Python 3.11, standard library alone.

    python3 scenarios/src/test/reference/claims.py > scenarios/src/main/resources/org/duecare/scenarios/library/tariff-claims.csv
"""
import math
import random

draw = random.Random(20210309)
SECTORS = {"energy": 1.0, "transport": 0.8, "banking": 1.5, "financial-market": 1.4, "health": 1.3, "drinking-water": 0.7,
           "waste-water": 0.6, "digital-infrastructure": 1.2, "ict-services": 1.1, "public-administration": 0.9,
           "food": 0.6, "digital-providers": 0.8}
SIZES = {"micro": (0.3, 0.1), "small": (0.5, 0.25), "medium": (0.8, 0.6), "large": (1.0, 1.0), "very-large": (1.6, 2.2)}
POSTURES = {"0-25": 2.2, "25-50": 1.4, "50-75": 1.0, "75-100": 0.6}
ASSURANCES = {"none": 1.0, "basic": 0.9, "substantial": 0.75, "high": 0.6}
CLAIMS, SIZE, SHAPE = 0.12, 400_000.0, 0.8


def poisson(mean):
    count, left, product = 0, math.exp(-mean), draw.random()
    while product > left:
        count, product = count + 1, product * draw.random()
    return count


print("sector,size,posture,assurance,period,exposure,claims,amount")
for year in range(2021, 2026):
    for sector, s in SECTORS.items():
        for size, (frequency, scale) in SIZES.items():
            for _ in range(2):
                posture = draw.choices(list(POSTURES), [1, 4, 4, 1])[0]
                assurance = draw.choices(list(ASSURANCES), [4, 3, 2, 1])[0]
                exposure = draw.choice([5, 8, 10, 12, 15, 20, 25])
                mean = CLAIMS * s * frequency * POSTURES[posture] * ASSURANCES[assurance]
                claims = poisson(mean * exposure)
                amount = sum(draw.gammavariate(SHAPE, SIZE * scale / SHAPE) for _ in range(claims))
                print(f"{sector},{size},{posture},{assurance},{year},{exposure},{claims},{amount:.2f}")
