using Hilo.Server.Commands;
using Hilo.Tests.House;

namespace Hilo.Tests.Docs;

/// <summary><c>docs/map.md</c> is what <c>map</c> prints.</summary>
public class Drawing_the_map
{
    [Fact]
    public async Task The_kept_map_is_the_programs_own()
    {
        var kept = (await File.ReadAllTextAsync(Path.Combine(HouseMap.Root, "docs", "map.md"))).ReplaceLineEndings("\n");
        var drawn = await MapCommand.DrawAsync();

        var news = drawn.Split('\n').Except(kept.Split('\n')).Concat(kept.Split('\n').Except(drawn.Split('\n')));
        Assert.True(kept == drawn, $"docs/map.md is old. Run: dotnet run --project src/Hilo.Server -- map > docs/map.md\nDifferent:\n{string.Join('\n', news)}");
    }

    [Fact]
    public async Task It_shows_calls_with_their_permission_listeners_and_lives()
    {
        var map = await MapCommand.DrawAsync();

        Assert.Contains("| `POST /api/v1/orders` | orders.manage |", map, StringComparison.Ordinal);
        Assert.Contains("Conversations/WhenOrderPlaced", map, StringComparison.Ordinal);
        Assert.Contains("Orders/WhenPaymentCaptured (calls the outside)", map, StringComparison.Ordinal);
        Assert.Contains("## Life of FulfillmentOrder", map, StringComparison.Ordinal);
        Assert.Contains("| **Awaiting** | Accept | Accepted |", map, StringComparison.Ordinal);
        Assert.DoesNotContain("|  | ", string.Join('\n', map.Split('\n').Where(l => l.Contains("/api/v1", StringComparison.Ordinal))), StringComparison.Ordinal);
    }
}
