using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Platform;

/// <summary>Answers whose shop this is.</summary>
/// <summary>Every mail and every order asks who sells, and it hardly changes: what was read is kept until the version moves.</summary>
internal sealed class CurrentMerchant(PlatformDb db, KnownMerchant known) : IMerchant
{
    public async Task<MerchantView> CurrentAsync(CancellationToken cancel)
    {
        var version = (await db.Session.QueryAsync($"select version from platform_merchant", row => row.GetInt32(0), cancel)).SingleOrDefault();
        if (known.Latest is { } latest && latest.Version == version) return latest;
        var merchant = await db.Merchants.AsNoTracking().SingleOrDefaultAsync(cancel) ?? Merchant.Unnamed();
        var view = merchant.ToView(await db.LegalEntities.AsNoTracking().OrderBy(e => e.Id).ToListAsync(cancel));
        // What an open transaction sees may never be committed; and a change between the two reads has moved the version again.
        if (!db.Session.HasTransaction && view.Version == version) known.Latest = view;
        return view;
    }
}

/// <summary>The merchant as this process read it last.</summary>
internal sealed class KnownMerchant
{
    public MerchantView? Latest { get; set; }
}


/// <summary>Reads and changes the settings of the shop.</summary>
internal static class MerchantSettings
{
    private static readonly Problem BadCuit = new("merchant.bad_cuit", "The check digit of the CUIT is wrong.", 422);
    private static readonly Problem BadTimeZone = new("merchant.bad_time_zone", "This is no IANA time zone.", 422);
    private static readonly Problem EntityUsed = new("merchant.entity_unknown", "A legal entity carries an id that does not exist, or two carry one CUIT.", 422);

    internal static readonly ProblemPage[] Pages =
    [
        new("merchant.bad_cuit",
            new("El CUIT no es válido", "El dígito verificador no corresponde a los otros diez.", "Revisá el número y volvé a enviarlo."),
            new("The CUIT is not valid", "Its check digit does not fit the other ten.", "Check the number and send it again.")),
        new("merchant.bad_time_zone",
            new("No conocemos esa zona horaria", "Se usan los nombres IANA, como America/Argentina/Buenos_Aires.", "Elegí un nombre de la lista IANA."),
            new("That time zone is unknown", "IANA names are used, such as America/Argentina/Buenos_Aires.", "Choose a name from the IANA list.")),
        new("merchant.entity_unknown",
            new("Una razón social no coincide", "Lleva un identificador que no existe, o dos llevan el mismo CUIT.", "Volvé a abrir los datos y repetí el cambio."),
            new("A legal entity does not match", "It carries an unknown id, or two carry one CUIT.", "Open the settings again and repeat the change.")),
        LogoPicture.Page,
    ];

    public static void Map(RouteGroupBuilder api)
    {
        var merchant = api.MapGroup("/merchant").WithTags("Settings");
        merchant.MapGet("", ShowAsync).RequireStaff().WithSummary("Name, money, time, looks and legal entities of the shop.");
        merchant.MapPut("", SaveAsync).RequirePermission(Permissions.SettingsManage).RequireIdempotencyKey().WithSummary("Change them. Needs If-Match.");
        SetLogo.Map(merchant);
    }

    private static async Task<Ok<MerchantView>> ShowAsync(IMerchant merchant, HttpContext http, CancellationToken cancel)
    {
        var current = await merchant.CurrentAsync(cancel);
        http.ShowVersion(current.Version);
        return TypedResults.Ok(current);
    }

    private static async Task<Results<Ok<MerchantView>, ProblemHttpResult>> SaveAsync(SaveMerchantRequest request, HttpContext http, PlatformDb db, CancellationToken cancel)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(request.TimeZone, out _)) return BadTimeZone.ToHttp();
        var merchant = await db.Merchants.SingleOrDefaultAsync(cancel);
        if (http.RefusedEditOf((merchant ?? Merchant.Unnamed()).Version) is { } stale) return stale.ToHttp();
        if (merchant is null) db.Add(merchant = Merchant.Unnamed());
        merchant.Set(request);
        if ((await SaveEntitiesAsync(request.LegalEntities, db, cancel)).Refused(out var problem, out var entities)) return problem.ToHttp();
        db.Publish(new MerchantChanged(merchant.Id, merchant.Version));
        await db.SaveChangesAsync(cancel);
        http.ShowVersion(merchant.Version);
        return TypedResults.Ok(merchant.ToView(entities));
    }

    /// <summary>Adds and changes; an entity that was left out stays, since orders and documents name it.</summary>
    private static async Task<Result<List<LegalEntity>>> SaveEntitiesAsync(IReadOnlyList<SaveLegalEntity> wanted, PlatformDb db, CancellationToken cancel)
    {
        var known = await db.LegalEntities.ToListAsync(cancel);
        foreach (var saved in wanted)
        {
            if (!Cuit.TryParse(saved.Cuit, out var cuit)) return BadCuit;
            var entity = LegalEntity.From(saved, cuit);
            var before = known.Find(e => saved.Id is null ? e.Cuit == cuit.Digits : e.Id == saved.Id);
            if (before is null && saved.Id is not null) return EntityUsed;
            if (before is null)
            {
                db.Add(entity);
                known.Add(entity);
            }
            else
            {
                db.Entry(before).CurrentValues.SetValues(new { entity.Cuit, entity.Name, entity.VatCondition, entity.Street, entity.Number, entity.Unit, entity.City, entity.Province, entity.PostalCode, entity.Notes, entity.DataFiscalUrl });
            }
        }
        return known.DistinctBy(e => e.Cuit).Count() == known.Count ? known : EntityUsed;
    }
}
