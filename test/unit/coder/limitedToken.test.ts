import assert from "node:assert/strict";
import { isLimitedAccount, limitedUser } from "../../../src/core/coder/limitedToken.ts";

describe("the account of a limited token", () => {
	it("is named by the token's key ID, and has no roles", () => {
		const user = limitedUser("SampleOwnr-SampleOwnerNotRealTokn");
		assert.deepEqual(user, { id: "key:SampleOwnr", username: "SampleOwnr", roles: [] });
		assert.equal(isLimitedAccount(user.id), true);
		assert.equal(isLimitedAccount("3f0c9e4e-0000-4000-8000-00000000c0de"), false);
	});
});
