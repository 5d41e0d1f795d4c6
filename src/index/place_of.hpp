#pragma once
// A part of a query tree -> the place to be found by positions.
#include "index/lexicon.hpp"
#include "index/places.hpp"

namespace morgue::index {

// The leaves hold plain words: those have positions, stems do not. query::is_place(expr).
Place place_of(const query::Expr& expr, Lexicon& lexicon);

}  // namespace morgue::index
