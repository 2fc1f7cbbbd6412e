// A real OpenID Connect provider for the tests: oidc-provider, certified by the OpenID Foundation, with two people in it.
// It listens on a free port of this machine and says on which. `node provider.mjs FOLDER_OF_NODE_MODULES RETURN_ADDRESS`
import { createRequire } from "node:module";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

const [folder, returns] = process.argv.slice(2);
const require = createRequire(pathToFileURL(folder + "/"));
const { Provider } = await import(pathToFileURL(require.resolve("oidc-provider")).href);

// Who can sign in, with any password. The names are their subjects.
const people = {
  noor: { email: "Noor@voorbeeldland.example", email_verified: true },
  doubtful: { email: "noor@voorbeeldland.example", email_verified: false },
  stranger: { email: "stranger@elsewhere.example", email_verified: true },
};

const server = createServer();
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: "polder", client_secret: "a secret of the tests, no other", redirect_uris: [returns] }],
  claims: { openid: ["sub", "amr"], email: ["email", "email_verified"] },
  pkce: { required: () => true },
  findAccount: (_, id) => (people[id] ? { accountId: id, claims: () => ({ sub: id, ...people[id] }) } : undefined),
});
provider.on("server_error", (_, error) => console.error(error));
server.on("request", provider.callback());
console.log(issuer);
// Whoever started it goes, and it goes too.
process.stdin.on("end", () => process.exit(0)).resume();
