namespace Hilo.Platform;

/// <summary>What a person reads about a problem code, at <c>/problems/{code}</c>, in both languages.</summary>
public sealed record ProblemPage(string Code, ProblemText Es, ProblemText En);

/// <param name="Title">The heading that clients show.</param>
/// <param name="Cause">Why it happens.</param>
/// <param name="WhatToDo">The next step, for the person or the integrator who meets it.</param>
public sealed record ProblemText(string Title, string Cause, string WhatToDo);
