namespace Hilo.Tests.House;

public class Keeping_the_boundaries
{
    [Fact]
    public void Projects_reference_only_what_the_map_lists() => Assert.Empty(HouseMap.ForbiddenReferences(HouseMap.References()));

    [Fact]
    public void Questions_run_downhill_only()
    {
        var questions = HouseMap.Questions();
        Assert.NotEmpty(questions);
        Assert.Empty(HouseMap.Capabilities().SelectMany(a => HouseMap.Uphill(HouseMap.Short(a.GetName().Name!), HouseMap.Asks(a, questions), questions)));
    }

    [Fact]
    public void A_capability_that_references_another_is_seen() =>
        Assert.Equal(
            ["Orders must not reference Inventory"],
            HouseMap.ForbiddenReferences(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["Orders"] = ["Contracts", "Platform", "Inventory"], ["Server"] = ["Orders"] }));

    [Fact]
    public void Screens_that_reach_behind_the_api_are_seen() =>
        Assert.Equal(
            ["Web must not reference Orders"],
            HouseMap.ForbiddenReferences(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["Web"] = ["Client", "Orders"] }));

    [Fact]
    public void A_project_that_is_not_on_the_map_is_seen() =>
        Assert.Equal(["Extras is not on the map"], HouseMap.ForbiddenReferences(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["Extras"] = [] }));

    [Fact]
    public void A_question_that_runs_uphill_is_seen()
    {
        var questions = new Dictionary<string, string>(StringComparer.Ordinal) { ["IQuestionOfOrders"] = "Orders" };
        var asked = HouseMap.Asks(typeof(AsksOrders).Assembly, questions);
        Assert.Contains("IQuestionOfOrders", asked);
        Assert.Equal(["Inventory asks IQuestionOfOrders of Orders, which lies below it"], HouseMap.Uphill("Inventory", ["IQuestionOfOrders"], questions));
        Assert.Empty(HouseMap.Uphill("Conversations", ["IQuestionOfOrders"], questions));
    }

    // Of its own: a question that some test answers would not count as asked.
    private interface IQuestionOfOrders;

    private sealed class AsksOrders(IQuestionOfOrders summaries)
    {
        public IQuestionOfOrders Summaries => summaries;
    }
}
