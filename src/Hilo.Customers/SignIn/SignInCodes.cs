using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Customers;

internal sealed class SignInCodes(CustomersDb db, ISecrets secrets, TimeProvider clock) : ISignInCodes
{
    public async Task<SignInCodeMail?> RevealAsync(Guid challenge, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.Challenges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == challenge && c.EndedAt == null && c.ExpiresAt > now, cancel) is { Code: { } code } row
            ? new SignInCodeMail(row.Email, secrets.Reveal("sign-in", code), row.ExpiresAt, row.Culture)
            : null;
    }
}
