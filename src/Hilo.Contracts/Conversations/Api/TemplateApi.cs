using System.ComponentModel.DataAnnotations;

namespace Hilo;

/// <summary>The words of a mail in one language.</summary>
/// <param name="Template">Stable word, such as <c>fiscal_document</c>.</param>
/// <param name="Version">0 while they are Hilo's own.</param>
/// <param name="Source">Subject, preview line, then what stands below <c>--- text</c> and below <c>--- html</c>, with facts in braces: <c>{{Mail.Document}}</c>.</param>
public sealed record MailTemplateView(string Template, string Language, int Version, string Source, bool IsOwn, DateTimeOffset? ChangedAt);

public sealed record SaveMailTemplateRequest([property: Required, StringLength(20_000, MinimumLength = 20)] string Source);

/// <summary>A mail as it would be sent.</summary>
public sealed record MailPreview(string Subject, string Text, string Html);
