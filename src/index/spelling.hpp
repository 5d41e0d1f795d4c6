#pragma once
// What the archive's own vocabulary offers for a word or a name that no article has.
#include <string>

#include "index/snapshot.hpp"

namespace morgue::index {

// The word most likely meant by a folded one: few edits away, and in many articles; empty if none
// is near. Goes through the vocabulary: for queries that found nothing.
std::string likely_word(const Snapshot& snapshot, const std::string& word);

// The name of a person, organisation or place most likely meant, as text::name_key() spells it.
std::string likely_name(const Snapshot& snapshot, Field::Id field, const std::string& name);

}  // namespace morgue::index
