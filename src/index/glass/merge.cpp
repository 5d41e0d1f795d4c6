#include "index/glass/merge.hpp"

#include <algorithm>
#include <deque>

#include "index/glass/cursor.hpp"
#include "index/glass/damage.hpp"
#include "index/glass/posting_key.hpp"
#include "index/glass/postings.hpp"
#include "index/glass/values.hpp"
#include "index/glass/version.hpp"

namespace morgue::index::glass {

namespace {

namespace fs = std::filesystem;

class Dead {
public:
    explicit Dead(std::span<const Seq> all) : all_(all) {}

    bool holds(Docid docid) const { return std::binary_search(all_.begin(), all_.end(), docid); }
    bool touches(Docid first, Docid last) const {
        const auto at = std::lower_bound(all_.begin(), all_.end(), first);
        return at != all_.end() && *at <= last;
    }

private:
    std::span<const Seq> all_;
};

struct Source {
    fs::path folder;
    Version version;

    explicit Source(const fs::path& path) : folder(path), version(read_version(path)) {}
    TableCursor cursor(TableKind kind) const {
        return TableCursor(folder, kind, version.roots[std::size_t(kind)]);
    }
};

// One chunk of a posting list, its header read.
struct ListChunk {
    std::uint64_t term_frequency = 0, collection_frequency = 0;  // of a first chunk
    Chunk chunk;
};

ListChunk read_chunk(const PostingKey& key, std::string_view tag) {
    ListChunk out;
    Decoder in(tag);
    out.chunk.first = key.first;
    if (key.first == 0) {
        out.term_frequency = in.uint();
        out.collection_frequency = in.uint();
        out.chunk.first = Docid(in.uint() + 1);
    }
    in.bytes(1);  // whether it is the last one
    out.chunk.last = Docid(out.chunk.first + in.uint());
    out.chunk.bytes = in.rest();
    if (out.chunk.last < out.chunk.first || in.done()) damaged("a posting list has an empty chunk");
    return out;
}

// Sees that the documents of a list ascend, as the writers take for granted.
class Ascending {
public:
    void begin() { last_ = 0; }
    void take(Docid first, Docid last) {
        if (first <= last_) damaged("the documents of a list are not in order");
        last_ = last;
    }

private:
    Docid last_ = 0;
};

void copy_entry(const TableCursor& cursor, TableWriter& out) {
    if (cursor.key() <= out.last_key()) damaged("two segments hold the same entry");
    out.add(cursor.key(), cursor.tag(), cursor.compressed());
}

// f(docid, wdf) for each posting of a chunk.
template <class F>
void for_each_posting(const Chunk& chunk, F&& f) {
    Decoder in(chunk.bytes);
    Docid docid = chunk.first;
    f(docid, in.uint());
    while (!in.done()) {
        docid += Docid(in.uint()) + 1;
        f(docid, in.uint());
    }
}

class PostlistMerger {
public:
    PostlistMerger(std::span<const Source> sources, Dead dead, TableWriter& out,
                   Statistics& statistics)
        : dead_(dead), out_(out), list_(out), statistics_(statistics) {
        for (const Source& source : sources) {
            cursors_.push_back(source.cursor(TableKind::postlist));
            statistics_.most_wdf =
                std::max(statistics_.most_wdf, source.version.statistics.most_wdf);
        }
    }

    void run() {
        for (TableCursor& cursor : cursors_) read_values(cursor);
        order_.begin();
        values_.write(out_);
        merge_lengths();
        merge_terms();
    }

private:
    static PostingKey::Kind kind(const TableCursor& cursor) {
        return parse_posting_key(cursor.key()).kind;
    }

    void read_values(TableCursor& cursor) {
        for (; !cursor.done(); cursor.next()) {
            const PostingKey key = parse_posting_key(cursor.key());
            if (key.kind == PostingKey::Kind::value_chunk)
                read_value_chunk(key, cursor.tag());
            else if (key.kind >= PostingKey::Kind::lengths)
                return;
        }
    }

    void read_value_chunk(const PostingKey& key, std::string_view tag) {
        Decoder in(tag);
        for (Docid docid = key.first; true; docid += Docid(in.uint()) + 1) {
            const std::string_view value = in.string();
            if (value.empty() || key.slot >= ValueWriter::slots || docid <= values_.last(key.slot))
                damaged("a value is out of place");
            if (!dead_.holds(docid)) values_.add(key.slot, docid, value);
            if (in.done()) return;
        }
    }

    void merge_lengths() {
        for (TableCursor& cursor : cursors_)
            for (; !cursor.done() && kind(cursor) == PostingKey::Kind::lengths; cursor.next()) {
                const auto read = read_chunk(parse_posting_key(cursor.key()), cursor.tag());
                for_each_posting(read.chunk, [&](Docid docid, std::uint64_t length) {
                    order_.take(docid, docid);
                    if (dead_.holds(docid)) return;
                    list_.add(docid, length);
                    statistics_.add_document(docid, length);
                });
            }
        list_.finish(lengths_key, 0, 0);
    }

    // The lists of the least term, source after source; then of the next.
    void merge_terms() {
        std::string term;
        while (const TableCursor* least = least_cursor()) {
            term.assign(parse_posting_key(least->key()).list);
            std::uint64_t documents = 0, wdf = 0;
            order_.begin();
            for (TableCursor& cursor : cursors_)
                for (; !cursor.done(); cursor.next()) {
                    const PostingKey key = parse_posting_key(cursor.key());
                    if (key.list != term) break;
                    copy_chunk(read_chunk(key, cursor.tag()), documents, wdf);
                }
            list_.finish(term, documents, wdf);
        }
    }

    const TableCursor* least_cursor() const {
        const TableCursor* least = nullptr;
        for (const TableCursor& cursor : cursors_)
            if (!cursor.done() && (!least || cursor.key() < least->key())) least = &cursor;
        return least;
    }

    void copy_chunk(const ListChunk& read, std::uint64_t& documents, std::uint64_t& wdf) {
        documents += read.term_frequency;
        wdf += read.collection_frequency;
        if (!dead_.touches(read.chunk.first, read.chunk.last)) {
            order_.take(read.chunk.first, read.chunk.last);
            return list_.append(read.chunk);
        }
        for_each_posting(read.chunk, [&](Docid docid, std::uint64_t one) {
            order_.take(docid, docid);
            if (!dead_.holds(docid)) return list_.add(docid, one);
            --documents;
            wdf -= one;
        });
    }

    std::deque<TableCursor> cursors_;
    Dead dead_;
    TableWriter& out_;
    PostingListWriter list_;
    ValueWriter values_;
    Ascending order_;
    Statistics& statistics_;
};

// Keys are documents (a second entry of each ends in 00); the sources follow one another.
void merge_termlists(std::span<const Source> sources, Dead dead, TableWriter& out) {
    for (const Source& source : sources)
        for (TableCursor cursor = source.cursor(TableKind::termlist); !cursor.done(); cursor.next())
            if (!dead.holds(Decoder(cursor.key()).sort_uint())) copy_entry(cursor, out);
    out.create();
}

// Keys are terms, then documents: each term's stretch is copied source after source.
void merge_positions(std::span<const Source> sources, Dead dead, TableWriter& out) {
    std::deque<TableCursor> cursors;
    for (const Source& source : sources) cursors.push_back(source.cursor(TableKind::position));
    std::string term;
    while (true) {
        const TableCursor* least = nullptr;
        for (const TableCursor& cursor : cursors)
            if (!cursor.done() && (!least || cursor.key() < least->key())) least = &cursor;
        if (!least) return;
        term.assign(parse_posting_key(least->key()).list);
        for (TableCursor& cursor : cursors)
            for (; !cursor.done(); cursor.next()) {
                const PostingKey key = parse_posting_key(cursor.key());
                if (key.list != term) break;
                if (!dead.holds(key.first)) copy_entry(cursor, out);
            }
    }
}

}  // namespace

void merge_databases(std::span<const fs::path> folders, std::span<const Seq> all_dead,
                     const fs::path& folder) {
    std::vector<Source> sources;
    for (const fs::path& source : folders) sources.emplace_back(source);
    const Dead dead(all_dead);
    Statistics statistics;
    Roots roots;
    {
        TableWriter postlist(folder, TableKind::postlist);
        PostlistMerger(sources, dead, postlist, statistics).run();
        postlist.create();
        roots[std::size_t(TableKind::postlist)] = postlist.finish();
    }
    {
        TableWriter termlist(folder, TableKind::termlist);
        merge_termlists(sources, dead, termlist);
        roots[std::size_t(TableKind::termlist)] = termlist.finish();
    }
    {
        TableWriter positions(folder, TableKind::position);
        merge_positions(sources, dead, positions);
        roots[std::size_t(TableKind::position)] = positions.finish();
    }
    write_version(folder, roots, statistics);
}

}  // namespace morgue::index::glass
