#include "store/pack.hpp"

#include <morgue/error.hpp>

namespace morgue::store {

namespace {

// Numbers are base-128, least significant first; strings have their length before them.
class Packer {
public:
    void number(std::uint64_t value) {
        for (; value >= 128; value >>= 7) out_ += char(128 | (value & 127));
        out_ += char(value);
    }
    void text(std::string_view value) {
        number(value.size());
        out_ += value;
    }
    std::string take() { return std::move(out_); }

private:
    std::string out_;
};

class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (rest_.empty()) damaged();
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= std::uint64_t(byte & 127) << shift;
            if (byte < 128) return value;
        }
        damaged();
    }
    std::string text() {
        const std::uint64_t size = number();
        if (size > rest_.size()) damaged();
        std::string out(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return out;
    }
    bool done() const { return rest_.empty(); }

private:
    [[noreturn]] static void damaged() {
        throw Error(Error::Kind::corrupt, "the details of an article are damaged",
                    "restore articles.db from a backup");
    }
    std::string_view rest_;
};

}  // namespace

std::string pack_entities(const Article& article) {
    if (article.entities.empty() && !article.entities_given) return {};
    Packer out;
    out.number(article.entities_given);
    for (const Entity& entity : article.entities) {
        out.number(std::uint64_t(entity.kind));
        out.text(entity.name);
        out.number(entity.mentions.size());
        for (const Mention& mention : entity.mentions) {
            out.number(std::uint64_t(mention.where));
            out.number(mention.begin);
            out.number(mention.end - mention.begin);
        }
    }
    return out.take();
}

void unpack_entities(std::string_view bytes, Article& article) {
    if (bytes.empty()) return;
    Unpacker in(bytes);
    article.entities_given = in.number() != 0;
    while (!in.done()) {
        Entity entity;
        entity.kind = Entity::Kind(in.number());
        entity.name = in.text();
        for (std::uint64_t left = in.number(); left > 0; --left) {
            Mention mention;
            mention.where = Mention::Where(in.number());
            mention.begin = std::uint32_t(in.number());
            mention.end = mention.begin + std::uint32_t(in.number());
            entity.mentions.push_back(mention);
        }
        article.entities.push_back(std::move(entity));
    }
}

std::string pack_problems(const std::vector<Problem>& problems) {
    Packer out;
    for (const Problem& problem : problems) {
        out.text(problem.code);
        out.text(problem.field);
        out.text(problem.message);
    }
    return out.take();
}

std::vector<Problem> unpack_problems(std::string_view bytes) {
    std::vector<Problem> out;
    for (Unpacker in(bytes); !in.done();) {
        Problem problem;
        problem.code = in.text();
        problem.field = in.text();
        problem.message = in.text();
        out.push_back(std::move(problem));
    }
    return out;
}

std::string join_lines(const std::vector<std::string>& list) {
    std::string out;
    for (const std::string& entry : list) (out += out.empty() ? "" : "\n") += entry;
    return out;
}

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return out;
}

}  // namespace morgue::store
