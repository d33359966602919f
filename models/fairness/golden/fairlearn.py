"""Golden values of fairness measures, from Fairlearn and SciPy: `python models/fairness/golden/fairlearn.py > models/fairness/golden/fairlearn.json`.

Made once with fairlearn 0.15.0 and scipy 1.17.1 (`pip install fairlearn scipy`); neither is part of Shelftalk. Tables are seeded and written
out with what the packages make of them.
"""

import json
import random
import sys

# Beside this file stands a name that is also the package's.
sys.path.pop(0)

import fairlearn
import scipy
from fairlearn.metrics import (
    MetricFrame,
    demographic_parity_difference,
    demographic_parity_ratio,
    equal_opportunity_difference,
    equal_opportunity_ratio,
    mean_prediction,
    selection_rate,
    true_positive_rate,
)
from scipy import special, stats


def shown_table(seed, sizes, rates, hits):
    """Places in lists: whether a premium product stands in one, and whether what was held out was found."""
    draw = random.Random(seed)
    groups, selected, found = [], [], []
    for name, size in sizes.items():
        for _ in range(size):
            groups.append(name)
            selected.append(int(draw.random() < rates[name]))
            found.append(int(draw.random() < hits[name]))
    return groups, selected, found


def frame(seed, sizes, rates, hits):
    groups, selected, found = shown_table(seed, sizes, rates, hits)
    taken = [1] * len(groups)
    selection = MetricFrame(metrics=selection_rate, y_true=taken, y_pred=selected, sensitive_features=groups)
    hit = MetricFrame(metrics=true_positive_rate, y_true=taken, y_pred=found, sensitive_features=groups)
    draw = random.Random(seed + 1)
    amounts = [round(draw.expovariate(1) * 100, 3) for _ in groups]
    mean = MetricFrame(metrics=mean_prediction, y_true=taken, y_pred=amounts, sensitive_features=groups)
    features = {"sensitive_features": groups}
    return {
        "groups": groups,
        "selected": selected,
        "found": found,
        "amounts": amounts,
        "selection": told(selection),
        "demographicParityDifference": demographic_parity_difference(taken, selected, **features),
        "demographicParityRatio": demographic_parity_ratio(taken, selected, **features),
        "hit": told(hit),
        "equalOpportunityDifference": equal_opportunity_difference(taken, found, **features),
        "equalOpportunityRatio": equal_opportunity_ratio(taken, found, **features),
        "mean": told(mean),
    }


def told(frame):
    return {
        "byGroup": {name: float(value) for name, value in frame.by_group.items()},
        "min": float(frame.group_min()),
        "max": float(frame.group_max()),
        "difference": float(frame.difference(method="between_groups")),
        "ratio": float(frame.ratio(method="between_groups")),
    }


def test_of(seed, n_one, n_other, shift, spread):
    draw = random.Random(seed)
    one = [round(draw.gauss(shift, spread), 6) for _ in range(n_one)]
    other = [round(draw.gauss(0, 1), 6) for _ in range(n_other)]
    welch = stats.ttest_ind(one, other, equal_var=False)
    student = stats.ttest_ind(one, other, equal_var=True)
    return {
        "one": one,
        "other": other,
        "welch": {"t": float(welch.statistic), "df": float(welch.df), "p": float(welch.pvalue)},
        "student": {"t": float(student.statistic), "p": float(student.pvalue)},
    }


def permuted(one, other):
    def apart(a, b, axis):
        return a.mean(axis=axis) - b.mean(axis=axis)

    exact = stats.permutation_test((one, other), apart, vectorized=True, n_resamples=10**6)
    return {"one": one, "other": other, "p": float(exact.pvalue)}


def main():
    three = {"18-34": 40, "35-54": 55, "55+": 31}
    golden = {
        "fairlearn": fairlearn.__version__,
        "scipy": scipy.__version__,
        "tables": [
            frame(7, three, {"18-34": 0.4, "35-54": 0.3, "55+": 0.15}, {"18-34": 0.2, "35-54": 0.25, "55+": 0.1}),
            frame(8, {"man": 60, "woman": 64}, {"man": 0.3, "woman": 0.3}, {"man": 0.5, "woman": 0.35}),
        ],
        "tests": [
            test_of(1, 30, 30, 0.5, 1),
            test_of(2, 35, 60, 0, 3),
            test_of(3, 40, 45, 4, 0.5),
            test_of(4, 5, 7, 0.8, 1),
        ],
        "permutations": [
            permuted([0.1, 0.5, 0.9, 1.4], [0.2, 0.3, 1.9, 2.2, 2.4, 3.1]),
            permuted([1, 1, 0, 1, 1], [0, 0, 1, 0, 0, 0, 0]),
        ],
        "studentP": [[t, df, float(2 * stats.t.sf(t, df))] for t in (0, 0.1, 1, 2.5, 6, 28) for df in (1, 3.7, 30, 2755.4)],
        "normalP": [[z, float(2 * stats.norm.sf(z))] for z in (0, 0.3, 1.959964, 2.8, 3, 6, 15)],
        "logGamma": [[x, float(special.gammaln(x))] for x in (0.1, 0.5, 1, 2.5, 10, 1234.5)],
    }
    json.dump(golden, sys.stdout)
    print()


main()
