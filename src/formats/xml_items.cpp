#include "formats/xml_items.hpp"

#include <algorithm>
#include <string>

#include "core/bad_input.hpp"

namespace morgue::formats {

namespace {

class XmlItemsReader final : public Reader {
public:
    XmlItemsReader(std::unique_ptr<core::ByteSource> source, const XmlDialect& dialect)
        : pull_(std::move(source)), dialect_(dialect) {}

    std::optional<core::Draft> next() override;

private:
    std::optional<core::Draft> read(const XmlEvent& start);
    std::optional<core::Draft> end() const;

    XmlPull pull_;
    const XmlDialect dialect_;
    bool any_ = false;
};

std::optional<core::Draft> XmlItemsReader::next() {
    while (true) {
        const XmlEvent& event = pull_.next();
        if (event.kind == XmlEvent::Kind::done) return end();
        if (event.kind != XmlEvent::Kind::start) continue;
        if (std::ranges::find(dialect_.items, event.name) == dialect_.items.end()) continue;
        if (auto draft = read(event)) return draft;
    }
}

std::optional<core::Draft> XmlItemsReader::end() const {
    if (const core::BadInput* broken = pull_.broken()) throw core::BadInput(*broken);
    if (any_) return std::nullopt;
    throw core::BadInput("no-article",
                         "there is no <" + std::string(dialect_.items.front()) + "> in the file");
}

std::optional<core::Draft> XmlItemsReader::read(const XmlEvent& start) {
    const XmlTree tree(pull_, start);
    any_ = true;
    std::optional<core::Draft> draft = dialect_.draft(tree.root());
    if (const core::BadInput* broken = pull_.broken(); draft && broken != nullptr) {
        const Article& article = draft->article;
        if (article.headline.empty() && article.body.empty() && draft->body_html.empty())
            throw core::BadInput(*broken);
        draft->article.problems.push_back(cut_short(*broken));
    }
    return draft;
}

}  // namespace

std::unique_ptr<Reader> read_xml_items(std::unique_ptr<core::ByteSource> source,
                                       const XmlDialect& dialect) {
    return std::make_unique<XmlItemsReader>(std::move(source), dialect);
}

}  // namespace morgue::formats
