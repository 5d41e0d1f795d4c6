#include "ingest/pipeline.hpp"

#include <exception>
#include <thread>

#include "core/bad_input.hpp"
#include "core/file_source.hpp"
#include "core/ordered_queue.hpp"
#include "formats/reader.hpp"

namespace morgue::ingest {

namespace {

using Queue = core::OrderedQueue<Item>;

constexpr std::size_t most_items = 512;
constexpr std::size_t most_bytes = 48u << 20;  // of drafts under way

std::size_t weight(const core::Draft& draft) {
    return 2048 + draft.article.body.size() + draft.page.size() + draft.story.size() +
           draft.body_html.size();
}

// Reads files one after another and hands their records to the queue.
class FileFeeder {
public:
    FileFeeder(const std::vector<store::FileState>& files, const PipelineOptions& options,
               std::atomic<std::uint64_t>& bytes_read, Queue& queue)
        : files_(files), options_(options), bytes_read_(bytes_read), queue_(queue) {}

    void run(std::stop_token stop) {
        for (std::size_t i = 0; i < files_.size() && !stop.stop_requested(); ++i)
            if (!feed(i, stop)) break;
        queue_.close();
    }

private:
    bool feed(std::size_t index, std::stop_token stop) {
        Item end;
        end.kind = Item::Kind::file_ends;
        end.file = index;
        Item begin;
        begin.kind = Item::Kind::file_begins;
        begin.file = index;
        if (!queue_.push(std::move(begin), 0, false)) return false;
        try {
            if (!read(index, end.record, stop)) return false;
        } catch (const core::BadInput& bad) {
            if (stop.stop_requested()) return false;  // it was cut short by us
            end.code = bad.code();
            end.message = bad.what();
        } catch (const Error& error) {
            end.code = "unreadable";
            end.message = error.what();
        }
        return queue_.push(std::move(end), 0, false);
    }

    bool read(std::size_t index, std::uint64_t& record, std::stop_token stop) {
        const store::FileState& file = files_[index];
        const formats::Format* wanted =
            options_.format.empty() ? nullptr : formats::find_format(options_.format);
        formats::Opened opened =
            formats::open(std::make_unique<core::FileSource>(file.path, bytes_read_, stop),
                          file.path, {.format = wanted, .map = options_.map});
        while (!stop.stop_requested()) {
            Item item;
            item.file = index;
            if (!read_record(*opened.reader, item, record)) return true;
            if (stop.stop_requested()) return false;  // it may be cut short
            item.draft.why = options_.why;
            item.draft.latest = latest_;
            if (item.kind == Item::Kind::article) place(item, file);
            const bool needs_work = item.kind == Item::Kind::article;
            const std::size_t size = weight(item.draft);
            if (!queue_.push(std::move(item), size, needs_work)) return false;
        }
        return false;
    }

    static Date tomorrow() {
        return utc_date(std::chrono::time_point_cast<std::chrono::seconds>(
            std::chrono::system_clock::now() + std::chrono::hours(24)));
    }

    // `record` is the number of the next one that lies in the file itself, not in a member of it.
    static bool read_record(formats::Reader& reader, Item& item, std::uint64_t& record) {
        try {
            auto draft = reader.next();
            if (!draft) return false;
            item.draft = std::move(*draft);
            item.record = item.draft.article.path.empty() ? record++ : item.draft.article.record;
        } catch (const core::BadRecord& bad) {
            item.kind = Item::Kind::failed;
            item.member = bad.place().member;
            item.record = item.member.empty() ? record++ : bad.place().record;
            item.code = bad.code();
            item.message = bad.what();
        } catch (const core::PassedOver& passed) {
            item.kind = Item::Kind::passed_over;
            item.member = passed.member();
            item.record = record;
            item.code = "passed-over";
            item.message = passed.what();
        }
        return true;
    }

    static void place(Item& item, const store::FileState& file) {
        Article& article = item.draft.article;
        item.member = std::move(article.path);
        article.path = place_of(file.path, item.member);
        article.record = item.record;
    }

    const std::vector<store::FileState>& files_;
    const PipelineOptions& options_;
    std::atomic<std::uint64_t>& bytes_read_;
    Queue& queue_;
    const Date latest_ = tomorrow();
};

// The first exception of any thread; it stops the queue.
class Failure {
public:
    explicit Failure(Queue& queue) : queue_(queue) {}

    template <class F>
    void guard(F&& f) {
        try {
            f();
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!first_) first_ = std::current_exception();
            queue_.stop();
        }
    }
    void rethrow() {
        const std::lock_guard lock(mutex_);
        if (first_) std::rethrow_exception(first_);
    }

private:
    Queue& queue_;
    std::mutex mutex_;
    std::exception_ptr first_;
};

}  // namespace

std::string place_of(const std::string& path, const std::string& member) {
    return member.empty() ? path : path + '!' + member;
}

bool run_pipeline(const std::vector<store::FileState>& files, const PipelineOptions& options,
                  std::atomic<std::uint64_t>& bytes_read, std::stop_token stop,
                  const std::function<void(Item&)>& consume) {
    const unsigned jobs =
        options.jobs ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
    Queue queue(most_items, most_bytes);
    Failure failure(queue);
    {
        std::vector<std::jthread> threads;
        threads.emplace_back([&] {
            failure.guard([&] { FileFeeder(files, options, bytes_read, queue).run(stop); });
        });
        for (unsigned i = 0; i < jobs; ++i)
            threads.emplace_back([&] {
                failure.guard([&] {
                    ArticleAnalyser analyser(options.entities, options.spans, options.to_index);
                    queue.work([&](Item& item) {
                        item.analysed = analyser.analyse(std::move(item.draft));
                    });
                });
            });
        failure.guard([&] {
            for (Item item; queue.pop(item);) consume(item);
        });
        queue.stop();
    }
    failure.rethrow();
    return !stop.stop_requested();
}

}  // namespace morgue::ingest
