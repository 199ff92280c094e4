namespace Hilo.Web.Backoffice.Home;

/// <summary>From a server that was just started to a shop that sells: what is there, and what comes next.</summary>
internal static class FirstSteps
{
    /// <summary>Empty once the shop can sell, and for whoever may not set it up.</summary>
    public static async Task<IReadOnlyList<Step>> ReadAsync(OfficeShell shell, HiloClient client, CancellationToken cancel)
    {
        if (!shell.May(Permissions.SettingsManage)) return [];
        bool[] done =
        [
            (await client.Merchant.GetAsync(cancel)).LegalEntities.Count > 0,
            Any(await client.Stock.LocationsAsync(cancel), locations => locations.Count > 0),
            Any(await client.Orders.SalesChannelsAsync(cancel), channels => channels.Any(c => c.IsActive)),
            Any(await client.Catalog.ProductsAsync(cancel: cancel), page => page.Items.Count > 0),
        ];
        if (done.All(d => d)) return [];
        // Invoices can wait: what was sold before gets none, and the shop decides when it begins.
        var invoices = Any(await client.Invoicing.IssuersAsync(cancel), issuers => issuers.Any(i => i.IsActive));
        var next = Array.IndexOf(done, false);
        return [.. HomeTexts.FirstSteps.Select((step, i) => new Step(step.Name, IsDone: i < done.Length ? done[i] : invoices, IsNow: i == next, Note: step.Note, Href: step.Href))];
    }

    private static bool Any<T>(Result<T> answer, Func<T, bool> holds) => !answer.Refused(out _, out var value) && holds(value);
}
