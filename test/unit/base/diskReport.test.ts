import assert from "node:assert/strict";
import { diskFailureReason, unlessMissing } from "../../../src/core/base/diskFailure.ts";
import { deleteForPeople, DiskReport } from "../../../src/core/base/diskReport.ts";

const failed = (code: string): Error => Object.assign(new Error(`It says ${code}.`), { code });

describe("a failure of the disk", () => {
	it("has a reason in words", () => {
		for (const code of ["ENOSPC", "EDQUOT"])
			assert.equal(diskFailureReason(failed(code)), "the disk is full");
		for (const code of ["EROFS", "EACCES", "EPERM"])
			assert.equal(diskFailureReason(failed(code)), "writing there isn't permitted");
		assert.equal(diskFailureReason(failed("EIO")), "It says EIO.");
	});

	it("is ignored only if something is missing", () => {
		unlessMissing(failed("ENOENT"));
		const error = failed("EACCES");
		assert.throws(() => {
			unlessMissing(error);
		}, error);
	});

	it("is reported once while it lasts", () => {
		const reports: string[] = [];
		const disk = new DiskReport(
			(sentence) => reports.push(sentence),
			(reason) => `It can't be stored: ${reason}.`,
		);
		disk.failed(failed("ENOSPC"));
		disk.failed(failed("EROFS"));
		assert.deepEqual(reports, ["It can't be stored: the disk is full."]);
		disk.worked();
		disk.failed(failed("EROFS"));
		assert.deepEqual(reports.slice(1), ["It can't be stored: writing there isn't permitted."]);
	});

	it("makes a request to delete something fail with a sentence", async () => {
		const sentence = (reason: string): string => `It can't be deleted: ${reason}.`;
		await deleteForPeople(() => Promise.resolve(), sentence);
		const cause = failed("EROFS");
		await assert.rejects(
			deleteForPeople(() => Promise.reject(cause), sentence),
			{ message: "It can't be deleted: writing there isn't permitted.", cause },
		);
	});
});
