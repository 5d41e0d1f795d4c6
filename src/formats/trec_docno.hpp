#pragma once
// What the document numbers of TREC's collections tell: the publication, and often the day.
#include <string>
#include <string_view>

namespace morgue::formats {

struct DocnoFacts {
    std::string source;
    std::string date;  // ISO 8601; empty if the number holds none
};

// "AP880212-0001" -> AP, 1988-02-12; nothing for numbers of other collections.
DocnoFacts docno_facts(std::string_view docno);

// "AP-NR-02-12-88 2344EST", the FILEID of the AP's files -> "1988-02-12 23:44 EST"
std::string ap_file_date(std::string_view file_id);

enum class DigitOrder { year_first, year_last };

// "920414" or "19920414" -> "1992-04-14"; year_last: "041492". Empty if it is no such number.
std::string date_of_digits(std::string_view digits, DigitOrder order);

}  // namespace morgue::formats
