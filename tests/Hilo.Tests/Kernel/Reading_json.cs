using System.Text.Json;

namespace Hilo.Tests.Kernel;

public class Reading_json
{
    [Fact]
    public void The_server_refuses_an_empty_place_in_a_list()
    {
        const string body = """{"salesChannelId":"01890a5d-ac96-774b-bcce-b302099a8057","lines":[null],"delivery":{"kind":"pickup"}}""";

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PlaceOrderRequest>(body, HiloJson.Strict));
    }

    [Fact]
    public void A_list_without_empty_places_is_read()
    {
        const string body = """{"lines":[{"variantId":"01890a5d-ac96-774b-bcce-b302099a8057","quantity":2}]}""";

        Assert.Equal(Quantity.Units(2), Assert.Single(JsonSerializer.Deserialize<CreateCartRequest>(body, HiloJson.Strict)!.Lines!).Quantity);
    }
}
