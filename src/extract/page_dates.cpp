// When a page was published and changed: what it states for machines, what it shows, its address.
#include "extract/page_dates.hpp"

#include <algorithm>
#include <chrono>

#include "extract/extract.hpp"

namespace morgue::extract {

namespace {

// clang-format off
constexpr std::string_view published_names[] = {
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dc.date.published", "dc.created", "pubdate", "publishdate", "publish_date",
    "publish-date", "published_date", "published-date", "publication_date", "publicationdate",
    "article.published", "article:post_date", "displaydate", "originalpublicationdate", "ptime",
    "bt:pubdate", "rnews:datepublished", "citation_publication_date", "citation_date",
    "date_published", "article_date_original", "og:pubdate", "og:publish_date", "datecreated",
    "content_create_date", "vr:published_time", "shareaholic:article_published_time",
    "release_date", "article.created", "field-name-post-date", "mediator_published_time",
    "og:regdate", "news:publication_date", "five_hundred_pixels:uploaded",
};
// Of the page, as often as not of the last time that a program wrote it.
constexpr std::string_view vague_names[] = {
    "date", "dc.date", "dcterms.date", "dc:date", "created", "date.release", "timestamp", "creation_date", "cre",
    "lastpubdate",
};
constexpr std::string_view updated_names[] = {
    "article:modified_time", "og:updated_time", "article:updated_time", "datemodified", "dc.date.modified",
    "dcterms.modified", "dc.modified", "last-modified", "lastmod", "article.updated", "article:modified",
    "utime", "updated", "date_updated", "revised", "shareaholic:article_modified_time",
};
// In the data that scripts hold.
constexpr std::string_view script_keys[] = {
    "datePublished", "publishedDate", "published_at", "publishedAt", "publishDate", "publish_date",
    "publicationDate", "publication_date", "cmsPublishingDate",
};
// clang-format on

FoundDate stated(const PageMetadata& metadata, std::span<const std::string_view> names,
                 DateOrder order) {
    for (std::string_view name : names)
        if (FoundDate date = day_in(metadata.meta({name}), order)) {
            date->text = std::string(name) + ' ' + date->text;
            return date;
        }
    return {};
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

FoundDate found_day(unsigned year, unsigned month, unsigned day, std::string_view url) {
    using namespace std::chrono;
    const bool possible = year_month_day{std::chrono::year(int(year)), std::chrono::month(month),
                                         std::chrono::day(day)}
                              .ok();
    if (!possible || year < 1990 || year > 2100) return {};
    return Found<Date>{Date{.year = int(year),
                            .month = month,
                            .day = day,
                            .precision = Date::Precision::day,
                            .offset = {}},
                       std::string(url)};
}

// The numbers of an address with the marks between them: ".../2019/11/19/..." is three.
struct UrlNumber {
    unsigned value = 0;
    std::size_t digits = 0;
    char before = 0;
};

std::vector<UrlNumber> url_numbers(std::string_view url) {
    constexpr std::size_t longest = 500;
    std::vector<UrlNumber> numbers;
    url = url.substr(0, longest);
    for (std::size_t at = url.find("://") == url.npos ? 0 : url.find("://") + 3; at < url.size();) {
        if (!is_digit(url[at])) {
            ++at;
            continue;
        }
        UrlNumber number{.before = at > 0 ? url[at - 1] : '/'};
        for (; at < url.size() && is_digit(url[at]); ++at, ++number.digits)
            if (number.digits < 9) number.value = number.value * 10 + unsigned(url[at] - '0');
        if (at < url.size() && number.before != '/' && number.before != '-' &&
            number.before != '_' && number.before != '.')
            number.digits = 0;  // a part of a word
        numbers.push_back(number);
    }
    return numbers;
}

// ".../2019/11/19/...", "...-2019-11-19-...", ".../20191119/...", ".../19-11-2019".
FoundDate url_date(std::string_view url) {
    const auto numbers = url_numbers(url);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const UrlNumber& a = numbers[i];
        if (a.digits == 8) {
            if (auto day = found_day(a.value / 10000, a.value / 100 % 100, a.value % 100, url))
                return day;
            if (auto day =
                    found_day(a.value % 10000, a.value / 10000 % 100, a.value / 1000000, url))
                return day;
        }
        if (i + 2 >= numbers.size()) continue;
        const UrlNumber &b = numbers[i + 1], &c = numbers[i + 2];
        if (b.before != c.before || b.digits == 0 || b.digits > 2) continue;
        if (a.digits == 4 && c.digits > 0 && c.digits <= 2)
            if (auto day = found_day(a.value, b.value, c.value, url)) return day;
        if (a.digits > 0 && a.digits <= 2 && c.digits == 4 && b.before != '/')
            if (auto day = found_day(c.value, b.value, a.value, url)) return day;
    }
    return {};
}

// `"published_at":"2019-03-02T06:22:28+01:00"`, in the first script that has one.
FoundDate script_date(const Page& page) {
    constexpr std::size_t most_value = 40;
    for (NodeId at = 1; at < page.tree.size(); ++at) {
        if (page.tree[at].tag != Tag::script || page.tree[at].end != at + 2) continue;
        const std::string_view script = page.tree[at + 1].text;
        for (std::string_view key : script_keys) {
            const std::size_t found = script.find(key);
            if (found == script.npos) continue;
            std::string_view value = script.substr(found + key.size(), most_value);
            value.remove_prefix(std::min(value.find_first_of("0123456789"), value.size()));
            if (FoundDate date = day_in(value, DateOrder::unknown)) return date;
        }
    }
    return {};
}

std::chrono::sys_days day_of(const Date& date) {
    using namespace std::chrono;
    return year_month_day{year(date.year), month(date.month), day(date.day)};
}

std::chrono::minutes minute_of(const Date& date) {
    using namespace std::chrono;
    return day_of(date).time_since_epoch() + hours(date.hour) + minutes(date.minute);
}

// A clock without an offset is that of some zone.
bool is_same_instant(const Date& local, const Date& stated) {
    using namespace std::chrono;
    const auto ahead = minute_of(local) - minute_of(stated);
    if (local.offset) return ahead == minutes(*local.offset) && *local.offset != 0;
    return ahead >= -hours(12) && ahead <= hours(14) && ahead % 15 == minutes(0) &&
           ahead != minutes(0);
}

// Systems state their instants in UTC, where it may be another day than in the place of
// publication; what the page shows or has in its address is the day there.
bool is_local_day_of(const Date& local, const Date& stated) {
    if (!stated.offset || *stated.offset != 0 || stated.precision < Date::Precision::minute)
        return false;
    if (local.precision >= Date::Precision::minute) return is_same_instant(local, stated);
    const auto days = (day_of(local) - day_of(stated)).count();
    constexpr int farthest_west = 12, farthest_east = 14;  // hours
    return (days == -1 && stated.hour < farthest_west) ||
           (days == 1 && stated.hour + farthest_east >= 24);
}

std::optional<Date> in_local_time(const std::optional<Date>& stated, const ShownDates& shown,
                                  const std::string& url, Origins* origins) {
    if (!stated || !stated->offset || *stated->offset != 0) return stated;
    if (const auto day = url_date(url); day && day_of(day->value) == day_of(*stated)) return stated;
    const auto try_day = [&](std::string_view rule, const FoundDate& found) {
        if (!found || !is_local_day_of(found->value, *stated)) return false;
        supersede(origins, "published", rule, found->text);
        return true;
    };
    if (const auto day = shown.time_below_headline(); try_day("local day in <time>", day))
        return day->value;
    if (const auto day = shown.marked_below_headline(); try_day("local day shown", day))
        return day->value;
    if (const auto day = shown.line_below_headline(); try_day("local day shown", day))
        return day->value;
    if (const auto day = shown.marked_above_headline(); try_day("local day shown", day))
        return day->value;
    if (const auto day = shown.line_above_headline(); try_day("local day shown", day))
        return day->value;
    if (const auto day = url_date(url); try_day("local day in the address", day)) return day->value;
    return stated;
}

}  // namespace

PageDates page_dates(const Page& page, const std::string& url) {
    const PageMetadata& metadata = page.metadata;
    const DateOrder order = page_date_order(page);
    const ShownDates shown(page, false), changed(page, true);

    Ladder<Date> published("published", page.origins);
    published.rung("JSON-LD datePublished",
                   [&] { return day_in(metadata.linked_data().published, order); });
    published.rung("meta element", [&] { return stated(metadata, published_names, order); });
    published.rung("itemprop datePublished", [&] { return shown.item("datePublished"); });
    const bool is_stated = published.found();
    published.rung("start of the headline", [&] { return shown.in_headline(); });
    published.rung("<time> below the headline", [&] { return shown.time_below_headline(); });
    published.rung("element marked as date", [&] { return shown.marked_below_headline(); });
    published.rung("line below the headline", [&] { return shown.line_below_headline(); });
    published.rung("itemprop dateCreated", [&] { return shown.item("dateCreated"); });
    published.rung("date above the headline", [&] { return shown.marked_above_headline(); });
    published.rung("meta element, vague", [&] { return stated(metadata, vague_names, order); });
    published.rung("line above the headline", [&] { return shown.line_above_headline(); });
    published.rung("start of the text", [&] { return shown.before_text(); });
    published.rung("below the text", [&] { return shown.below_text(); });
    published.rung("address", [&] { return url_date(url); });
    published.rung("elsewhere on the page", [&] { return shown.anywhere(); });
    published.rung("data in a script", [&] { return script_date(page); });
    published.rung("entry's class updated", [&] { return shown.entry_update(); });

    Ladder<Date> updated("updated", page.origins);
    updated.rung("JSON-LD dateModified",
                 [&] { return day_in(metadata.linked_data().modified, order); });
    updated.rung("meta element", [&] { return stated(metadata, updated_names, order); });
    updated.rung("itemprop dateModified", [&] { return changed.item("dateModified"); });
    updated.rung("<time> below the headline", [&] { return changed.time_below_headline(); });
    updated.rung("line below the headline", [&] { return changed.line_below_headline(); });
    updated.rung("below the text", [&] { return changed.below_text(); });

    PageDates found{published.take(), updated.take()};
    if (is_stated) found.published = in_local_time(found.published, shown, url, page.origins);
    return found;
}

}  // namespace morgue::extract
