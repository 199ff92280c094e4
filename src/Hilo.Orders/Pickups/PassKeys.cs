using System.Security.Cryptography;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>The merchant's keys for passes. The newest signs for ninety days; then the next takes over and the old private key is forgotten.</summary>
internal sealed class PassKeys(OrdersDb db, ISecrets secrets, TimeProvider clock)
{
    private const string Purpose = "pickup-passes";
    private static readonly TimeSpan SignsFor = TimeSpan.FromDays(90);

    public async Task<IReadOnlyDictionary<int, byte[]>> PublicAsync(CancellationToken cancel) =>
        await db.PassKeys.AsNoTracking().ToDictionaryAsync(k => k.Id, k => k.PublicKey, cancel);

    /// <param name="passOf">The pass, given the id of the key that signs it.</param>
    public async Task<string> SignAsync(Func<int, PassFacts> passOf, CancellationToken cancel)
    {
        var newest = await NewestAsync(cancel);
        if (newest is null || newest.CreatedAt + SignsFor < clock.GetUtcNow())
        {
            await RotateAsync(cancel);
            newest = (await NewestAsync(cancel))!;
        }
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(secrets.Reveal(Purpose, newest.PrivateKey!)), out _);
        return PassText.Sign(passOf(newest.Id), key);
    }

    /// <summary>The next key signs from now on. Two nodes that rotate at once agree on the first one.</summary>
    public async Task RotateAsync(CancellationToken cancel)
    {
        var last = (await NewestAsync(cancel))?.Id ?? 0;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = await db.Session.ExecuteAsync($"""
            insert into orders_pass_keys (id, public_key, private_key, created_at)
            values ({last + 1}, {key.ExportSubjectPublicKeyInfo()}, {secrets.Protect(Purpose, Convert.ToBase64String(key.ExportPkcs8PrivateKey()))}, {clock.GetUtcNow()})
            on conflict (id) do nothing
            """, cancel);
        if (made > 0) await db.Session.ExecuteAsync($"update orders_pass_keys set private_key = null where id <= {last}", cancel);
    }

    private Task<PassKey?> NewestAsync(CancellationToken cancel) => db.PassKeys.AsNoTracking().OrderByDescending(k => k.Id).FirstOrDefaultAsync(cancel);
}
