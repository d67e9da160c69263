// A real provider of OpenID Connect for one test, on this machine, with a page of its own to sign in on.
import { once } from "node:events";
import { createServer } from "node:http";

import { Provider } from "oidc-provider";

/** Starts it for a site at `site`. `people` are those it knows, by what they type to sign in, with what it says of them. */
export async function identity(t, site, people) {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const issuer = `http://127.0.0.1:${server.address().port}`;
    const said = [];
    const provider = new Provider(issuer, {
        clients: [
            {
                client_id: "comity",
                client_secret: "hush",
                redirect_uris: [`${site}/sign-in/with/ministry/back`],
                post_logout_redirect_uris: [`${site}/signed-out`],
                backchannel_logout_uri: `${site}/sign-in/with/ministry/logged-out`,
                backchannel_logout_session_required: true,
            },
        ],
        claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
        conformIdTokenClaims: false,
        cookies: { keys: ["a key of this test"] },
        features: { backchannelLogout: { enabled: true }, devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource } },
        findAccount: (_, id) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
        interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
        pkce: { required: () => true },
        fetch: (url, options) => fetch(url, options),
    });
    provider.on("server_error", (_, error) => said.push(String(error)));
    provider.on("grant.error", (_, error) => said.push(String(error)));
    const rest = provider.callback();
    server.on("request", (request, response) => {
        if (!request.url.startsWith("/interaction/")) return rest(request, response);
        interact(provider, request, response).catch((error) => {
            said.push(String(error));
            response.writeHead(500).end();
        });
    });
    t.after(() => {
        server.closeAllConnections();
        server.close();
    });
    const stop = () => new Promise((closed) => {
        server.closeAllConnections();
        server.close(closed);
    });
    return { issuer, provider, said, stop };
}

/** Its own page: a name to type, and a way to say no. Consent is not asked for, as both are of one house. */
async function interact(provider, request, response) {
    const details = await provider.interactionDetails(request, response);
    const finish = (result) => provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
    if (details.prompt.name === "consent") {
        const grant = new provider.Grant({ accountId: details.session.accountId, clientId: details.params.client_id });
        grant.addOIDCScope("openid email profile");
        return finish({ consent: { grantId: await grant.save() } });
    }
    if (request.method === "POST") {
        let body = "";
        for await (const bytes of request) body += bytes;
        const fields = new URLSearchParams(body);
        if (fields.get("no")) return finish({ error: "access_denied", error_description: "said no" });
        return finish({ login: { accountId: fields.get("who") } });
    }
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!DOCTYPE html><html lang="en"><title>Ministry</title><main><h1>Ministry of Aravel</h1>
        <form method="post"><label>Who are you? <input name="who"></label>
        <button>Sign in</button> <button name="no" value="yes">Cancel</button></form></main></html>`);
}

function logoutSource(context, form) {
    context.body = `<!DOCTYPE html><html lang="en"><title>Ministry</title><main><h1>Sign out of the Ministry?</h1>${form}
        <button form="op.logoutForm" name="logout" value="yes">Yes, sign me out</button></main></html>`;
}
