// JSON Lines: an article record a line.
#include "render/output.hpp"
#include "render/record.hpp"

namespace morgue::render {

void jsonl_article(std::string& to, const Article& article, const Document& document, std::size_t) {
    JsonWriter json(to);
    write_record(json, article, document.fields);
    to += '\n';
}

}  // namespace morgue::render
