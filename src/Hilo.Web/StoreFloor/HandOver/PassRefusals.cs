using System.Text.Json;

namespace Hilo.Web.StoreFloor.HandOver;

/// <summary>Why a pass opens nothing, in the words and the time of whoever stands at the counter.</summary>
internal static class PassRefusals
{
    public static string Of(Problem problem, FloorShell shell) => problem.Code switch
    {
        "pickup.already_collected" when Moment(problem, "handedOverAt", shell) is { } at => FloorTexts.AlreadyHandedOver(Fact(problem, "order"), Fact(problem, "handedOverBy"), at),
        "pickup.pass_expired" when Moment(problem, "validUntil", shell) is { } until => FloorTexts.PassExpired(until),
        "pickup.other_location" when Fact(problem, "location") is { Length: > 0 } place => FloorTexts.WaitsElsewhere(place),
        _ => problem.WhatToDo ?? problem.Detail,
    };

    private static string Fact(Problem problem, string name) =>
        problem.Facts?.GetValueOrDefault(name) switch { JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!, string text => text, _ => "" };

    private static string? Moment(Problem problem, string name, FloorShell shell) =>
        DateTimeOffset.TryParse(Fact(problem, name), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var at) ? Format.Moment(at, shell.Now, shell.Zone) : null;
}
