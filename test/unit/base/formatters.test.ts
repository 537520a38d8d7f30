import assert from "node:assert/strict";
import "../../support/stable.ts";
import { numberFormat, timeFormat } from "../../../src/core/base/formatters.ts";
import { setLocale } from "../../../src/core/base/l10n.ts";

describe("formatters", () => {
	afterEach(() => {
		setLocale("en");
	});

	it("are created once for the same options", () => {
		const percent = () => numberFormat({ style: "percent" });
		assert.equal(percent(), percent());
		assert.notEqual(percent(), numberFormat({ style: "decimal" }));
		assert.equal(timeFormat({ dateStyle: "short" }, 0), timeFormat({ dateStyle: "short" }, 1));
	});

	it("follow the locale", () => {
		const half = () => numberFormat({ maximumFractionDigits: 1 }).format(0.5);
		setLocale("de");
		assert.equal(half(), "0,5");
		setLocale("en");
		assert.equal(half(), "0.5");
	});

	it("follow the machine's time zone", () => {
		const before = process.env["TZ"];
		const hourIn = (zone: string) => {
			process.env["TZ"] = zone;
			return timeFormat({ hour: "numeric", hourCycle: "h23" }, 0).format(0);
		};
		try {
			assert.deepEqual([hourIn("UTC"), hourIn("Asia/Tokyo"), hourIn("UTC")], ["00", "09", "00"]);
		} finally {
			if (before === undefined) delete process.env["TZ"];
			else process.env["TZ"] = before;
		}
	});
});
