using Hilo.Web.Backoffice;

namespace Hilo.Tests.Web;

public class Paging_a_list
{
    [Fact]
    public void Goes_on_and_comes_back_page_by_page()
    {
        var third = new Trail(new Trail(new Trail(null).On("b")).On("c"));

        Assert.Equal("c", third.Cursor);
        Assert.Equal("b", new Trail(third.Back).Cursor);
        Assert.True(new Trail(new Trail(third.Back).Back).IsStart);
    }

    [Fact]
    public void Forgets_the_oldest_steps_of_a_very_long_way_and_keeps_the_last()
    {
        var trail = new Trail(null);
        for (var i = 0; i < 200; i++) trail = new Trail(trail.On($"cursor-{i:D20}"));

        Assert.InRange(trail.Text!.Length, 1, 1500);
        Assert.EndsWith("199", trail.Cursor, StringComparison.Ordinal);
        Assert.EndsWith("198", new Trail(trail.Back).Cursor, StringComparison.Ordinal);
    }
}
