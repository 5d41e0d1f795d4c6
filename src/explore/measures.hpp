#pragma once
// How strongly two things go together, from counts alone. Formulas and sources: docs/explore.md.
#include <cstdint>

namespace morgue::explore {

// Of `all` places, `rows` have the one, `columns` the other, `both` have both.
struct Contingency {
    double both, rows, columns, all;

    double expected() const { return rows * columns / all; }  // of `both`, by chance
};

// log2(observed / expected): Church and Hanks 1990. `both` > 0.
double mutual_information(const Contingency& counts);

// (observed - expected) / sqrt(observed): Church and others 1991. `both` > 0.
double t_score(const Contingency& counts);

// G2, twice the log-likelihood ratio of dependence and independence: Dunning 1993. Negative where
// less is observed than expected.
double log_likelihood(const Contingency& counts);

// Pearson's X2, without correction.
double chi_square(const Contingency& counts);

// How likely a value of G2 or X2 (its size) is by chance: chi-square distribution, one degree.
double p_value(double statistic);

// Cramér's V of a table of two rows and two columns, from its X2: 0 to 1.
double cramers_v(double chi_square, double all);

// log2 of the ratio of two relative frequencies, one half in the place of none: Hardie 2014. 0
// where that half would turn the ratio round.
double log_ratio(double count, double all, double other_count, double other_all);

}  // namespace morgue::explore
