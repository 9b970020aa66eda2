// What a calendar client knows after it has been given files one after another: one event for
// each UID, the highest SEQUENCE winning. Usage: node ical.mjs MODULE FILE...; prints JSON.
import { readFileSync } from "node:fs";

const [module, ...files] = process.argv.slice(2);
const { default: ICAL } = await import(module);

const known = new Map();
for (const file of files) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(zone);
  }
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    const before = known.get(event.uid);
    if (before && before.sequence > event.sequence) continue;
    known.set(event.uid, {
      sequence: event.sequence,
      summary: event.summary,
      status: component.getFirstPropertyValue("status"),
      start: event.startDate.isDate
        ? event.startDate.toString()
        : event.startDate.toJSDate().toISOString(),
      alarms: component
        .getAllSubcomponents("valarm")
        .map((alarm) => alarm.getFirstPropertyValue("trigger").toString()),
    });
  }
}
console.log(JSON.stringify(Object.fromEntries(known)));
