using System.Diagnostics.CodeAnalysis;

namespace Hilo;

/// <summary>An expected refusal of the business, with a stable code that clients may switch on.</summary>
/// <param name="Code"><c>noun.reason</c> in snake case; never changes once published and has a page at <c>/problems/{code}</c>.</param>
/// <param name="Detail">What happened, what is safe, what to do.</param>
/// <param name="Status">HTTP status, 4xx.</param>
public sealed record Problem(string Code, string Detail, int Status = 409)
{
    /// <summary>Further facts for the machine, such as the short lines of a cart.</summary>
    public IReadOnlyDictionary<string, object?>? Facts { get; init; }

    /// <summary>A heading in the caller's language: filled by the HTTP edge, from the page of the code.</summary>
    public string? Title { get; init; }

    /// <summary>The next step in the caller's language: filled by the HTTP edge, from the page of the code.</summary>
    public string? WhatToDo { get; init; }
}

/// <summary>Either a value or the refusal to give one.</summary>
public readonly struct Result<T>
{
    private readonly T? value;
    private readonly Problem? problem;

    private Result(T? value, Problem? problem) => (this.value, this.problem) = (value, problem);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Problem problem) => new(default, problem);

    public static Result<T> Refuse(Problem problem) => new(default, problem);

    public bool Refused([NotNullWhen(true)] out Problem? why, [NotNullWhen(false)] out T? outcome)
    {
        (why, outcome) = (problem, value);
        return problem is not null;
    }

    public override string ToString() => problem is null ? $"{value}" : problem.Code;
}
