using Hilo.Insights;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests;

/// <summary>Every invariant of the program: stock, money, orders and mail.</summary>
public static class Books
{
    public static async Task BalanceAsync(Shop shop)
    {
        var report = await shop.Services.GetRequiredService<InvariantRun>().RunAsync(CancellationToken.None);
        Assert.NotEmpty(report.Invariants);
        Assert.Empty(report.Invariants.Where(i => !i.Holds).SelectMany(i => i.Violations.Select(v => $"{i.Name}: {v}")));
    }
}
