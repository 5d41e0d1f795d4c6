// Alerts as an Atom feed (RFC 4287).
#include "render/alert.hpp"
#include "render/atom_parts.hpp"
#include "render/xml.hpp"

namespace morgue::render {

namespace {

void add_entry(std::string& to, const Alert& alert, const Hit& hit, const std::string& uuid,
               const Date& now) {
    to += "<entry>\n";
    add_element(to, "id", atom_id(hit.guid, uuid, hit.id));
    add_element(to, "title", hit.headline.empty() ? "(no headline)" : hit.headline);
    add_element(to, "updated", atom_time(hit.published.value_or(now)));
    if (hit.published) add_element(to, "published", atom_time(*hit.published));
    for (const std::string& author : hit.authors) {
        to += "<author>";
        to += "<name>" + escaped(author) + "</name></author>\n";
    }
    if (!hit.url.empty()) to += "<link href=\"" + escaped(hit.url) + "\"/>\n";
    to += "<category term=\"" + escaped(alert.search.name) + "\"/>\n";
    add_element(to, "summary", hit.snippet.text);
    to += "</entry>\n";
}

}  // namespace

void atom_alerts(std::string& to, const std::vector<Alert>& alerts, const std::string& uuid,
                 const Date& now) {
    to += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    to += "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
    add_element(to, "id", "urn:uuid:" + uuid);
    add_element(to, "title", "New in saved searches");
    add_element(to, "updated", atom_time(now));
    to += "<author><name>morgue</name></author>\n";
    for (const Alert& alert : alerts)
        for (const Hit& hit : alert.result.hits) add_entry(to, alert, hit, uuid, now);
    to += "</feed>\n";
}

}  // namespace morgue::render
