namespace Hilo.Web.Backoffice.Merchant;

/// <summary>Who sells, as the fields of a form, and back.</summary>
internal static class LegalEntityForm
{
    public static FormFields Of(LegalEntityView entity) => new(new Dictionary<string, string>(PostalForm.Of(entity.Address))
    {
        ["cuit"] = Format.Cuit(entity.Cuit),
        ["entityName"] = entity.Name,
        ["vat"] = $"{new Word<VatCondition>(entity.VatCondition)}",
        ["dataFiscal"] = entity.DataFiscalUrl ?? "",
    });

    /// <summary>Null when something is missing; the fields then say what.</summary>
    /// <param name="before">What is changed; null while it is added.</param>
    public static SaveLegalEntity? Read(FormFields form, LegalEntityView? before, IReadOnlyList<LegalEntityView> known)
    {
        var cuit = ReadCuit(form, before, known);
        var name = form.Needed("entityName", LegalEntityTexts.NameMissing);
        if (!Word<VatCondition>.TryParse(form["vat"], null, out var condition) || !LegalEntityTexts.Sellers.Contains(condition.Value)) form.Errors["vat"] = LegalEntityTexts.ConditionMissing;
        var address = PostalForm.Read(form);
        var dataFiscal = DataFiscal(form);
        if (address is null || form.Errors.Count > 0) return null;
        return new SaveLegalEntity(cuit, name, condition.Value, address with { Notes = before?.Address.Notes }, before?.Id, dataFiscal);
    }

    private static string ReadCuit(FormFields form, LegalEntityView? before, IReadOnlyList<LegalEntityView> known)
    {
        var typed = form.Needed("cuit", LegalEntityTexts.CuitMissing);
        if (!Cuit.TryParse(typed.Replace(" ", "", StringComparison.Ordinal), out var cuit))
        {
            if (typed.Length > 0) form.Errors["cuit"] = LegalEntityTexts.CuitWrong;
            return typed;
        }
        // The API would change the one that has it.
        if (known.FirstOrDefault(e => e.Cuit == cuit.Digits && e.Id != before?.Id) is { } other) form.Errors["cuit"] = LegalEntityTexts.CuitKnown(other.Name);
        return cuit.Digits;
    }

    private static string? DataFiscal(FormFields form)
    {
        if (form.Optional("dataFiscal") is not { } typed) return null;
        if (Uri.TryCreate(typed, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp) && link.IsDefaultPort
            && $".{link.Host}" is var host && (host.EndsWith(".afip.gob.ar", StringComparison.Ordinal) || host.EndsWith(".arca.gob.ar", StringComparison.Ordinal)))
            return link.AbsoluteUri;
        form.Errors["dataFiscal"] = LegalEntityTexts.DataFiscalWrong;
        return null;
    }
}
