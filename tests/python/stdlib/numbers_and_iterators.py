import itertools
import math
import random
from itertools import accumulate, chain, combinations, count, cycle, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, zip_longest

print(list(chain([1], "ab")), list(chain.from_iterable([[1], [2, 3]])), list(islice(count(5, 2), 3)), list(islice("abcdef", 1, 5, 2)))
print(list(combinations("abc", 2)), list(permutations([1, 2, 3], 2)), list(product("ab", [1, 2])), list(product([0, 1], repeat=2)))
print([(k, list(g)) for k, g in groupby("aabbc")], list(accumulate([1, 2, 3])), list(accumulate([1, 2], initial=10)), list(pairwise("abc")))
print(list(zip_longest([1], [2, 3], fillvalue="-")), list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(itertools.dropwhile(lambda x: x < 3, [1, 5, 1])))
print(list(repeat(1, 2)), list(islice(cycle("ab"), 5)), list(starmap(pow, [(2, 3)])), list(itertools.filterfalse(None, [0, 1])), list(itertools.compress("abc", [1, 0, 1])))
a, b = itertools.tee([1, 2])
print(list(a), list(b), list(itertools.combinations_with_replacement("ab", 2)))
print(math.pi, math.sqrt(2), math.floor(2.7), math.ceil(2.1), math.gcd(12, 18), math.factorial(20), math.factorial(30), math.log(8, 2), math.log10(1000), math.isclose(0.1 + 0.2, 0.3))
print(math.inf, math.nan, math.hypot(3, 4), math.comb(5, 2), math.perm(5, 2), math.prod([1, 2, 3]), math.trunc(-2.5), math.isqrt(17), math.fsum([0.1] * 10), math.copysign(1, -0.0), math.lcm(4, 6), math.modf(2.5), math.degrees(math.pi))
for seed in (1, 42, "abc", 2**70, 1.5, b"xy"):
    random.seed(seed)
    items = list(range(8))
    random.shuffle(items)
    print(
        seed, random.random(), random.randint(1, 100), random.choice("abcdef"), items, random.sample(range(100), 4),
        random.uniform(1, 2), random.choices([1, 2, 3], k=4), random.choices("ab", weights=[9, 1], k=3), random.gauss(0, 1),
        random.getrandbits(40), random.randrange(0, 100, 7), random.normalvariate(0, 1), random.sample(range(5), 5),
    ) if not isinstance(seed, float) else print(seed)
r = random.Random(7)
print(r.random(), r.randint(0, 9), random.Random(7).random())
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.floor(math.inf), lambda: math.sqrt("a"), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randint(5, 1), lambda: list(islice([1], -1)), lambda: math.exp(1000), lambda: math.pow(0, -1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
