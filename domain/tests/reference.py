"""Random ratings and what PyPI's `krippendorff` and `pingouin` say of them, as one line of JSON for each table.

Exits with 3 when one of the packages is not installed.
"""

import importlib.util
import json
import sys
import warnings

if any(importlib.util.find_spec(it) is None for it in ("krippendorff", "numpy", "pandas", "pingouin")):
    sys.exit(3)

import krippendorff
import numpy
import pandas
import pingouin

warnings.simplefilter("ignore")
pingouin.options["round.column.CI95"] = 12
draw = numpy.random.default_rng(20)

for _ in range(200):
    raters, units = draw.integers(2, 6), draw.integers(5, 60)
    truth = draw.integers(1, 6, units)
    scores = numpy.clip(truth + draw.integers(-1, 2, (raters, units)), 1, 5).astype(float)
    scores[draw.random((raters, units)) < draw.choice([0.0, 0.2, 0.5])] = numpy.nan
    paired = (~numpy.isnan(scores)).sum(axis=0) >= 2
    if len(numpy.unique(scores[:, paired][~numpy.isnan(scores[:, paired])])) < 2:
        continue
    alpha = {
        metric: krippendorff.alpha(scores, level_of_measurement=metric) for metric in ("nominal", "ordinal", "interval")
    }
    print(json.dumps({"units": numpy.nan_to_num(scores.T).astype(int).tolist(), "alpha": alpha}))

for _ in range(60):
    raters, candidates = draw.integers(2, 6), draw.integers(4, 50)
    true, leaning = draw.normal(3, 0.8, (candidates, 1)), draw.normal(0, 0.3, (1, raters))
    rows = true + leaning + draw.normal(0, draw.choice([0.3, 0.9, 3.0]), (candidates, raters))
    long = [(candidate, rater, rows[candidate, rater]) for candidate in range(candidates) for rater in range(raters)]
    table = pingouin.intraclass_corr(
        pandas.DataFrame(long, columns=["candidate", "rater", "score"]), "candidate", "rater", "score"
    ).set_index("Type")
    icc = {name: [table.ICC[kind], *table.CI95[kind]] for name, kind in (("single", "ICC(A,1)"), ("mean", "ICC(A,k)"))}
    print(json.dumps({"rows": rows.tolist(), "icc": icc}))
