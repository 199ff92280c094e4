using System.Text.RegularExpressions;
using Hilo.Tests.House;

namespace Hilo.Tests.Docs;

/// <summary><c>docs/tour.md</c> leads through files and members that exist.</summary>
public partial class Taking_the_tour
{
    private static readonly string Tour = File.ReadAllText(Path.Combine(HouseMap.Root, "docs", "tour.md"));

    [Fact]
    public void Has_ten_stops_and_each_names_where_it_is()
    {
        var stops = Tour.Split("\n## ").Skip(1).Where(s => char.IsAsciiDigit(s[0])).ToList();

        Assert.Equal(10, stops.Count);
        Assert.All(stops, stop => Assert.Matches(Place(), stop));
    }

    [Fact]
    public void Every_place_is_where_the_tour_says() => Assert.Empty(Lost(Tour));

    [Theory]
    [InlineData("`src/Hilo.Orders/Nowhere.cs` · `Nowhere.Act`", "src/Hilo.Orders/Nowhere.cs")]
    [InlineData("`src/Hilo.Orders/Pickups/HandOver.cs` · `GiveGoods.Nothing`", "GiveGoods.Nothing")]
    public void A_place_that_moved_is_seen(string text, string lost) => Assert.Contains(lost, Assert.Single(Lost(text)), StringComparison.Ordinal);

    private static List<string> Lost(string text)
    {
        var lost = new List<string>();
        foreach (Match place in Place().Matches(text))
        {
            var (file, member) = (place.Groups["file"].Value, place.Groups["member"].Value);
            var path = Path.Combine(HouseMap.Root, file);
            if (!File.Exists(path)) lost.Add($"{file} is not there: correct docs/tour.md.");
            else if (!member.Split('.').All(name => Regex.IsMatch(File.ReadAllText(path), $@"\b{name}\b", RegexOptions.None, TimeSpan.FromSeconds(1)))) lost.Add($"{file} has no {member}: correct docs/tour.md.");
        }
        return lost;
    }

    [GeneratedRegex(@"`(?<file>src/[^`]+\.cs)` · `(?<member>[\w.]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
