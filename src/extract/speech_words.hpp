#pragma once
// The words by which news says who said something, folded (text::fold).
#include <string_view>

namespace morgue::extract {

bool is_speech_verb(std::string_view word);       // said, says, added, dijo, sagte, ...
bool is_speech_auxiliary(std::string_view word);  // has (said), a (declare), ha (detto)
bool is_between_word(std::string_view word);      // also, later: may stand between name and verb
bool is_speaker_pronoun(std::string_view word);   // he, she, they, ...
bool is_preposition(std::string_view word);       // what follows is not who speaks: for, of, ...
bool is_determiner(std::string_view word);        // the, a, his, ...

}  // namespace morgue::extract
