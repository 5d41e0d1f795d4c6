// Alerts as an Atom feed (RFC 4287).
#include "render/alert.hpp"
#include "render/xml.hpp"

namespace morgue::render {

namespace {

void add(std::string& to, std::string_view name, std::string_view text) {
    if (text.empty()) return;
    to.append("<").append(name).append(">").append(escaped(text)).append("</").append(name);
    to += ">\n";
}

// A moment as Atom wants it: with seconds and an offset.
std::string timestamp(const Date& date) {
    return utc_date(date.first()).iso();
}

bool is_uri(std::string_view guid) {
    const std::size_t colon = guid.find(':');
    return colon != guid.npos && colon > 0 && guid.find_first_of(" <>\"") == guid.npos &&
           (guid.starts_with("urn:") || guid.starts_with("tag:") || guid.starts_with("http"));
}

void add_entry(std::string& to, const Alert& alert, const Hit& hit, const std::string& uuid,
               const Date& now) {
    to += "<entry>\n";
    add(to, "id",
        is_uri(hit.guid) ? hit.guid : "tag:morgue,2025:" + uuid + "/" + std::to_string(hit.id));
    add(to, "title", hit.headline.empty() ? "(no headline)" : hit.headline);
    add(to, "updated", timestamp(hit.published.value_or(now)));
    if (hit.published) add(to, "published", timestamp(*hit.published));
    for (const std::string& author : hit.authors) {
        to += "<author>";
        to += "<name>" + escaped(author) + "</name></author>\n";
    }
    if (!hit.url.empty()) to += "<link href=\"" + escaped(hit.url) + "\"/>\n";
    to += "<category term=\"" + escaped(alert.search.name) + "\"/>\n";
    add(to, "summary", hit.snippet.text);
    to += "</entry>\n";
}

}  // namespace

void atom_alerts(std::string& to, const std::vector<Alert>& alerts, const std::string& uuid,
                 const Date& now) {
    to += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    to += "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
    add(to, "id", "urn:uuid:" + uuid);
    add(to, "title", "New in saved searches");
    add(to, "updated", timestamp(now));
    to += "<author><name>morgue</name></author>\n";
    for (const Alert& alert : alerts)
        for (const Hit& hit : alert.result.hits) add_entry(to, alert, hit, uuid, now);
    to += "</feed>\n";
}

}  // namespace morgue::render
