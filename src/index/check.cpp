#include "index/check.hpp"

#include <xapian.h>
#include <algorithm>
#include <map>
#include <sstream>

#include "index/facet_columns.hpp"
#include "index/sketch_table.hpp"
#include "morgue/error.hpp"

namespace morgue::index {

SegmentCheck check_segment(const std::filesystem::path& folder) {
    SegmentCheck out;
    try {
        std::ostringstream report;
        const std::size_t errors = Xapian::Database::check(folder.string(), 0, &report);
        if (errors) out.faults.push_back(std::to_string(errors) + " faults in the tables");
        const Xapian::Database database(folder.string());
        for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
             ++posting)
            out.articles.push_back(*posting);
    } catch (const Xapian::Error& error) {
        out.faults.push_back(error.get_msg());
    }
    try {
        if (!FacetColumns(folder / facet_file).intact())
            out.faults.push_back("facets.bin was changed");
        if (!SketchTable(folder / sketch_file).intact())
            out.faults.push_back("sketches.bin was changed");
    } catch (const Error& error) {
        out.faults.push_back(error.what());
    }
    return out;
}

std::string compare_with_entry(const std::filesystem::path& folder, const Entry& entry) {
    try {
        const Xapian::Database database(folder.string());
        std::map<std::string, std::uint32_t> wanted;
        for (const Entry::Term& term : entry.terms) wanted.emplace(entry.text(term), term.wdf);
        std::size_t seen = 0;
        const auto end = database.termlist_end(entry.seq);
        for (auto term = database.termlist_begin(entry.seq); term != end; ++term, ++seen) {
            const auto found = wanted.find(*term);
            if (found == wanted.end()) return "has the term " + *term + " too many";
            if (found->second != term.get_wdf()) return "counts the term " + *term + " wrongly";
        }
        if (seen != wanted.size()) return "lacks terms";
        const Xapian::Document document = database.get_document(entry.seq);
        for (const Entry::Value& value : entry.values)
            if (document.get_value(value.slot) != value.bytes)
                return "has another value in slot " + std::to_string(value.slot);
        const SketchTable sketches(folder / sketch_file);
        const SketchRow* sketch = sketches.view().row(entry.seq);
        if (!sketch || *sketch != row_of(entry.sketch)) return "has another sketch";
    } catch (const Xapian::Error& error) {
        return error.get_msg();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

}  // namespace morgue::index
