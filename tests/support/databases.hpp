#pragma once
// What two Xapian databases differ in, seen through Xapian's public interface.
#include <xapian.h>
#include <string>

namespace databases {

inline std::string shown(std::string_view bytes) {
    std::string out;
    for (const char byte : bytes)
        out += byte >= ' ' && byte <= '~' ? std::string(1, byte)
                                          : "\\" + std::to_string(std::uint8_t(byte));
    return out;
}

inline std::string statistics(const Xapian::Database& db) {
    std::string out = "documents " + std::to_string(db.get_doccount()) + ", last " +
                      std::to_string(db.get_lastdocid()) + ", length " +
                      std::to_string(db.get_total_length());
    for (Xapian::valueno slot = 0; slot < 6; ++slot)
        out += "; slot " + std::to_string(slot) + ": " + std::to_string(db.get_value_freq(slot)) +
               " " + shown(db.get_value_lower_bound(slot)) + " to " +
               shown(db.get_value_upper_bound(slot));
    return out;
}

inline std::string posting(const Xapian::Database& db, const std::string& term,
                           Xapian::PostingIterator& at) {
    std::string out = std::to_string(*at) + " wdf " + std::to_string(at.get_wdf()) + " length " +
                      std::to_string(at.get_doclength()) + " at";
    for (auto position = db.positionlist_begin(*at, term);
         position != db.positionlist_end(*at, term); ++position)
        out += " " + std::to_string(*position);
    return out;
}

// Walks two sequences in step: f(a, b) describes a difference or gives "".
template <class Iterator, class F>
std::string in_step(Iterator a, Iterator a_end, Iterator b, Iterator b_end, F&& f) {
    for (; a != a_end && b != b_end; ++a, ++b)
        if (const std::string difference = f(a, b); !difference.empty()) return difference;
    return a == a_end && b == b_end ? "" : "one has more";
}

inline std::string difference_of_list(const Xapian::Database& a, const Xapian::Database& b,
                                      const std::string& term) {
    return in_step(a.postlist_begin(term), a.postlist_end(term), b.postlist_begin(term),
                   b.postlist_end(term), [&](auto& x, auto& y) -> std::string {
                       const std::string one = posting(a, term, x), other = posting(b, term, y);
                       return one == other ? "" : shown(term) + ": " + one + " and " + other;
                   });
}

inline std::string difference_of_document(const Xapian::Database& a, const Xapian::Database& b,
                                          Xapian::docid docid) {
    const auto terms = in_step(
        a.termlist_begin(docid), a.termlist_end(docid), b.termlist_begin(docid),
        b.termlist_end(docid), [&](auto& x, auto& y) -> std::string {
            return *x == *y && x.get_wdf() == y.get_wdf() ? "" : shown(*x) + " and " + shown(*y);
        });
    if (!terms.empty()) return "term list of " + std::to_string(docid) + ": " + terms;
    const auto one = a.get_document(docid), other = b.get_document(docid);
    return in_step(one.values_begin(), one.values_end(), other.values_begin(), other.values_end(),
                   [&](auto& x, auto& y) -> std::string {
                       return x.get_valueno() == y.get_valueno() && *x == *y
                                  ? ""
                                  : "values of " + std::to_string(docid);
                   });
}

// The first difference; "" when there is none.
inline std::string difference(const Xapian::Database& a, const Xapian::Database& b) {
    if (statistics(a) != statistics(b)) return statistics(a) + " and " + statistics(b);
    const auto lists = in_step(a.allterms_begin(), a.allterms_end(), b.allterms_begin(),
                               b.allterms_end(), [&](auto& x, auto& y) -> std::string {
                                   if (*x != *y) return "terms " + shown(*x) + " and " + shown(*y);
                                   if (x.get_termfreq() != y.get_termfreq() ||
                                       a.get_collection_freq(*x) != b.get_collection_freq(*y))
                                       return "frequencies of " + shown(*x);
                                   return difference_of_list(a, b, *x);
                               });
    if (!lists.empty()) return lists;
    return in_step(a.postlist_begin(""), a.postlist_end(""), b.postlist_begin(""),
                   b.postlist_end(""), [&](auto& x, auto& y) -> std::string {
                       if (*x != *y || x.get_doclength() != y.get_doclength())
                           return "lengths of " + std::to_string(*x);
                       return difference_of_document(a, b, *x);
                   });
}

}  // namespace databases
