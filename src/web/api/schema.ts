// Made by `npm run api-types` from /openapi.json; not to be changed by hand.

export interface components {
  schemas: {
    Problem: {
      type: string
      title: string
      status: number
      detail: string
      instance: string
      requestId: string
      errors?: { field: string; code: string; message: string }[]
    }
    Organization: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      name: string
      type: 'association' | 'service-institution' | 'foundation' | 'community-group'
      track: { kind: 'registered' | 'filed'; creditCode?: string; filingNumber?: string }
      activity: 'charity' | 'living-services' | 'community-affairs' | 'culture-sports'
      homeRegion: string
      evaluation?: { grade: '1A' | '2A' | '3A' | '4A' | '5A'; grantedOn: string; validTo: string }
      qualifications: { code: string; validTo?: string }[]
      contacts: { name: string; role?: string; phone?: string; email?: string }[]
      description?: string
      externalId?: string
      standing: 'active' | 'warned' | 'suspended' | 'revoked'
    }
    Offering: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      organizationId: string
      title: string
      description: string
      categories: string[]
      targetGroups: string[]
      ages?: { from: number; to: number }
      coverage: string[]
      modes: ('home-visit' | 'on-site' | 'phone' | 'online')[]
      capacity?: {
        perMonth: number
        unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
      }
      calendar: { weekday: number; from: string; to: string }[]
      period?: { from?: string; until?: string }
      fee?: { amount: number; note?: string }
      qualifications: string[]
      languages: string[]
      externalId?: string
      state: 'draft' | 'published' | 'paused' | 'closed'
      confirmedAt: string
    }
    CreatedNeed: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      region: string
      title: string
      text: string
      beneficiaries: { count: number; groups: string[]; ages?: { from: number; to: number } }
      amount: { value: number; unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item' }
      categories: string[]
      neededBy?: string
      modes: ('home-visit' | 'on-site' | 'phone' | 'online')[]
      source?: 'visit' | 'grid-worker' | 'hotline' | 'self' | 'online'
      visibility: 'public' | 'matched' | 'staff'
      externalId?: string
      urgency: {
        level: 'routine' | 'soon' | 'urgent' | 'crisis'
        stated: 'routine' | 'soon' | 'urgent' | 'crisis'
        words: string[]
        kinds: string[]
        lowered?: {
          from: 'routine' | 'soon' | 'urgent' | 'crisis'
          to: 'routine' | 'soon' | 'urgent' | 'crisis'
          reason: string
          by: string
          at: string
        }
      }
      state:
        | 'draft'
        | 'open'
        | 'matched'
        | 'in-service'
        | 'met'
        | 'partly-met'
        | 'unmet-closed'
        | 'withdrawn'
        | 'merged'
      progress?: { pending: number; reserved: number; committed: number; delivered: number }
      mergedInto?: string
      joint?: boolean
      closedFor?:
        | 'no-supplier'
        | 'full'
        | 'out-of-area'
        | 'not-eligible'
        | 'wrong-kind'
        | 'paused'
        | 'gone'
        | 'solved-elsewhere'
        | 'refused-by-person'
        | 'no-response'
        | 'expired'
        | 'duplicate'
        | 'mistaken'
        | 'safety'
        | 'other'
      guarded?: boolean
      hidden: {
        field: 'title' | 'text'
        kind:
          | 'name'
          | 'phone'
          | 'id-number'
          | 'address'
          | 'email'
          | 'account'
          | 'birth-date'
          | 'bank-card'
          | 'school'
        start: number
        end: number
      }[]
      likelyDuplicates: { id: string; title: string; similarity: number }[]
      hotlines: { number: string; zh: string; en: string }[]
    }
    Need: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      region: string
      title: string
      text: string
      beneficiaries: { count: number; groups: string[]; ages?: { from: number; to: number } }
      amount: { value: number; unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item' }
      categories: string[]
      neededBy?: string
      modes: ('home-visit' | 'on-site' | 'phone' | 'online')[]
      source?: 'visit' | 'grid-worker' | 'hotline' | 'self' | 'online'
      visibility: 'public' | 'matched' | 'staff'
      externalId?: string
      urgency: {
        level: 'routine' | 'soon' | 'urgent' | 'crisis'
        stated: 'routine' | 'soon' | 'urgent' | 'crisis'
        words: string[]
        kinds: string[]
        lowered?: {
          from: 'routine' | 'soon' | 'urgent' | 'crisis'
          to: 'routine' | 'soon' | 'urgent' | 'crisis'
          reason: string
          by: string
          at: string
        }
      }
      state:
        | 'draft'
        | 'open'
        | 'matched'
        | 'in-service'
        | 'met'
        | 'partly-met'
        | 'unmet-closed'
        | 'withdrawn'
        | 'merged'
      progress?: { pending: number; reserved: number; committed: number; delivered: number }
      mergedInto?: string
      joint?: boolean
      closedFor?:
        | 'no-supplier'
        | 'full'
        | 'out-of-area'
        | 'not-eligible'
        | 'wrong-kind'
        | 'paused'
        | 'gone'
        | 'solved-elsewhere'
        | 'refused-by-person'
        | 'no-response'
        | 'expired'
        | 'duplicate'
        | 'mistaken'
        | 'safety'
        | 'other'
      guarded?: boolean
    }
    ChangedNeed: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      region: string
      title: string
      text: string
      beneficiaries: { count: number; groups: string[]; ages?: { from: number; to: number } }
      amount: { value: number; unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item' }
      categories: string[]
      neededBy?: string
      modes: ('home-visit' | 'on-site' | 'phone' | 'online')[]
      source?: 'visit' | 'grid-worker' | 'hotline' | 'self' | 'online'
      visibility: 'public' | 'matched' | 'staff'
      externalId?: string
      urgency: {
        level: 'routine' | 'soon' | 'urgent' | 'crisis'
        stated: 'routine' | 'soon' | 'urgent' | 'crisis'
        words: string[]
        kinds: string[]
        lowered?: {
          from: 'routine' | 'soon' | 'urgent' | 'crisis'
          to: 'routine' | 'soon' | 'urgent' | 'crisis'
          reason: string
          by: string
          at: string
        }
      }
      state:
        | 'draft'
        | 'open'
        | 'matched'
        | 'in-service'
        | 'met'
        | 'partly-met'
        | 'unmet-closed'
        | 'withdrawn'
        | 'merged'
      progress?: { pending: number; reserved: number; committed: number; delivered: number }
      mergedInto?: string
      joint?: boolean
      closedFor?:
        | 'no-supplier'
        | 'full'
        | 'out-of-area'
        | 'not-eligible'
        | 'wrong-kind'
        | 'paused'
        | 'gone'
        | 'solved-elsewhere'
        | 'refused-by-person'
        | 'no-response'
        | 'expired'
        | 'duplicate'
        | 'mistaken'
        | 'safety'
        | 'other'
      guarded?: boolean
      hidden: {
        field: 'title' | 'text'
        kind:
          | 'name'
          | 'phone'
          | 'id-number'
          | 'address'
          | 'email'
          | 'account'
          | 'birth-date'
          | 'bank-card'
          | 'school'
        start: number
        end: number
      }[]
    }
    Referral: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      needId: string
      offeringId: string
      organizationId: string
      region: string
      guarded: boolean
      urgency: string
      how: 'request' | 'dispatch' | 'apply' | 'log'
      stage:
        | 'draft'
        | 'requested'
        | 'applied'
        | 'received'
        | 'accepted'
        | 'rejected'
        | 'expired'
        | 'on-hold'
        | 'in-progress'
        | 'reopened'
        | 'reported'
        | 'disputed'
        | 'provisional'
        | 'confirmed'
        | 'failed'
        | 'cancelled'
      state:
        | 'draft'
        | 'requested'
        | 'received'
        | 'accepted'
        | 'rejected'
        | 'on-hold'
        | 'in-progress'
        | 'completed'
        | 'failed'
        | 'cancelled'
      closing?: 'reported' | 'disputed' | 'provisional' | 'confirmed' | 'reopened'
      owes: 'community' | 'organisation' | 'staff' | 'nobody'
      dueAt?: string
      since: string
      times: {
        sent?: string
        received?: string
        answered?: string
        begun?: string
        reported?: string
        closed?: string
      }
      quantity: number
      unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
      delivered: number
      place?: { month: string; counts: 'quantity' | 'one' }
      plannedStart?: string
      reason?: {
        code:
          | 'no-supplier'
          | 'full'
          | 'out-of-area'
          | 'not-eligible'
          | 'wrong-kind'
          | 'paused'
          | 'gone'
          | 'solved-elsewhere'
          | 'refused-by-person'
          | 'no-response'
          | 'expired'
          | 'duplicate'
          | 'mistaken'
          | 'safety'
          | 'other'
        note?: string
        by: string
      }
      remark?: { action: string; text: string; by: string }
      report?: { delivered: number; on: string; goal: 'full' | 'part' | 'not'; note?: string }
      ratings: {
        came: boolean
        onTime: boolean
        goal: 'full' | 'part' | 'not'
        stars?: number
        comment?: string
        by: 'committee' | 'beneficiary'
        at: string
      }[]
      seen: {
        score: number
        fit: 'strong' | 'possible' | 'weak'
        why: { zh: string; en: string }
        features: { [name: string]: { value: number; contribution: number } }
        against: { zh: string; en: string; code: string }[]
        weights: string
        need: {
          revision: number
          title: string
          text: string
          region: string
          categories: string[]
          groups: string[]
          ages?: { from: number; to: number }
          modes: string[]
          urgency: string
          amount: {
            value: number
            unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
          }
          neededBy?: string
        }
        offering: {
          revision: number
          title: string
          categories: string[]
          groups: string[]
          coverage: string[]
          modes: string[]
          capacity?: {
            perMonth: number
            unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
          }
          confirmedAt: string
        }
      }
      changes: { at: string; by: string; field: string; from: string; to: string; why: string }[]
    }
    ServiceRecord: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      organizationId: string
      region: string
      category: string
      day: string
      work:
        | {
            kind: 'case'
            opened: number
            contacts: number
            minutes: number
            closed: number
            goalsFull: number
            goalsPart: number
            goalsNot: number
          }
        | { kind: 'group'; groups: number; sessions: number; attendances: number; persons: number }
        | { kind: 'activity'; activities: number; attendances: number; persons: number }
        | { kind: 'visit'; visits: number; persons: number; minutes: number }
        | {
            kind: 'mediation'
            mediations: number
            complaints: number
            agreed: number
            partlyAgreed: number
            notAgreed: number
          }
        | { kind: 'volunteering'; turns: number; persons: number; minutes: number }
        | { kind: 'case' | 'group' | 'activity' | 'visit' | 'mediation' | 'volunteering' }
      referralId?: string
      notes?: string
      month: string
      attachments: {
        id: string
        name: string
        type: 'image/jpeg' | 'image/png' | 'application/pdf'
        size: number
        digest: string
        addedAt: string
        addedBy: string
      }[]
    }
    MonthClosing: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      month: string
      organizationId?: string
      region?: string
      state: 'closed' | 'reopened'
      steps: {
        action: 'close' | 'reopen'
        at: string
        by: string
        reason?: string
        totals?: {
          kind: 'case' | 'group' | 'activity' | 'visit' | 'mediation' | 'volunteering'
          records: number
          figures: {
            opened?: number
            contacts?: number
            minutes?: number
            closed?: number
            goalsFull?: number
            goalsPart?: number
            goalsNot?: number
            groups?: number
            sessions?: number
            attendances?: number
            persons?: number
            activities?: number
            visits?: number
            mediations?: number
            complaints?: number
            agreed?: number
            partlyAgreed?: number
            notAgreed?: number
            turns?: number
          }
        }[]
      }[]
    }
    ServiceTotals: {
      rows: {
        group: {
          organization?: string | null
          district?: string | null
          street?: string | null
          community?: string | null
          branch?: string | null
          division?: string | null
          category?: string | null
          year?: string | null
          quarter?: string | null
          month?: string | null
        }
        kind: 'case' | 'group' | 'activity' | 'visit' | 'mediation' | 'volunteering'
        records: number
        figures: {
          opened?: number
          contacts?: number
          minutes?: number
          closed?: number
          goalsFull?: number
          goalsPart?: number
          goalsNot?: number
          groups?: number
          sessions?: number
          attendances?: number
          persons?: number
          activities?: number
          visits?: number
          mediations?: number
          complaints?: number
          agreed?: number
          partlyAgreed?: number
          notAgreed?: number
          turns?: number
        }
      }[]
      total: {
        kind: 'case' | 'group' | 'activity' | 'visit' | 'mediation' | 'volunteering'
        records: number
        figures: {
          opened?: number
          contacts?: number
          minutes?: number
          closed?: number
          goalsFull?: number
          goalsPart?: number
          goalsNot?: number
          groups?: number
          sessions?: number
          attendances?: number
          persons?: number
          activities?: number
          visits?: number
          mediations?: number
          complaints?: number
          agreed?: number
          partlyAgreed?: number
          notAgreed?: number
          turns?: number
        }
      }[]
    }
    OneTimeCode: { code: string; expiresAt: string }
    Merge: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      needId: string
      intoId: string
      region: string
      requestedBy: string
      source: 'visit' | 'grid-worker' | 'hotline' | 'self' | 'online'
      value: number
      unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
      count: number
      added: boolean
      state: 'merged' | 'undone'
      key?: string
    }
    Wait: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      needId: string
      offeringId: string
      organizationId: string
      region: string
      urgency: 'routine' | 'soon' | 'urgent' | 'crisis'
      quantity: number
      places: number
      state: 'waiting' | 'offered' | 'left'
      order: string
      key?: string
      referralId?: string
      leftFor?: 'given-up' | 'need-closed' | 'not-offered'
      place?: number
    }
    IdentitySummary: {
      needId: string
      fields: string[]
      isGuarded: boolean
      guardianNeeded: boolean
      erased?: { at: string; why: 'retention' | 'request' | 'need-removed' }
    }
    Release: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      needId: string
      region: string
      requester: string
      organizationId?: string
      purpose: string
      ground: 'poster' | 'referral' | 'emergency'
      isGuarded: boolean
      state: 'pending' | 'granted' | 'refused'
      expiresAt: string
      decided?: { by: string; at: string; reason: string }
      review?: 'due' | 'justified' | 'unjustified'
      reviewed?: { by: string; at: string; reason: string }
    }
    ShownIdentity: {
      needId: string
      releaseId: string
      purpose: string
      expiresAt: string
      person?: {
        name?: string
        phone?: string
        address?: string
        idNumber?: string
        birthDate?: string
        circumstances?: string
      }
      wordings: { title?: string; text: string }[]
    }
    Consent: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      needId: string
      by: 'self' | 'guardian'
      form: 'written' | 'oral'
      purpose: string
      organizationId?: string
      givenOn: string
      withdrawnAt?: string
    }
    PersonExport: {
      at: string
      needs: {
        need?: { [name: string]: unknown }
        identity: {
          person?: {
            name?: string
            phone?: string
            address?: string
            idNumber?: string
            birthDate?: string
            circumstances?: string
          }
          wordings: { title?: string; text: string }[]
        }
        consents: {
          id: string
          revision: number
          createdAt: string
          createdBy: string
          updatedAt: string
          updatedBy: string
          needId: string
          by: 'self' | 'guardian'
          form: 'written' | 'oral'
          purpose: string
          organizationId?: string
          givenOn: string
          withdrawnAt?: string
          giver?: string
          witness?: string
        }[]
        releases: {
          id: string
          revision: number
          createdAt: string
          createdBy: string
          updatedAt: string
          updatedBy: string
          needId: string
          region: string
          requester: string
          organizationId?: string
          purpose: string
          ground: 'poster' | 'referral' | 'emergency'
          isGuarded: boolean
          state: 'pending' | 'granted' | 'refused'
          expiresAt: string
          decided?: { by: string; at: string; reason: string }
          review?: 'due' | 'justified' | 'unjustified'
          reviewed?: { by: string; at: string; reason: string }
        }[]
      }[]
    }
    JobRun: {
      tick: string
      startedAt: string
      endedAt?: string
      ms?: number
      outcome: 'running' | 'done' | 'failed' | 'abandoned'
      counts?: { [name: string]: number }
      error?: string
      process: string
    }
    BegunSession: { csrfToken: string; expiresAt: string }
    Account: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      role: 'committee' | 'street' | 'district' | 'org-manager' | 'org-worker' | 'auditor' | 'admin'
      region?: string
      organization?: string
      name: string
      signInName?: string
      email?: string
      state: 'active' | 'suspended'
      mustChangePassword?: boolean
    }
    OwnSession: {
      account: {
        id: string
        revision: number
        createdAt: string
        createdBy: string
        updatedAt: string
        updatedBy: string
        role: 'committee' | 'street' | 'district' | 'org-manager' | 'org-worker' | 'auditor' | 'admin'
        region?: string
        organization?: string
        name: string
        signInName?: string
        email?: string
        state: 'active' | 'suspended'
        mustChangePassword?: boolean
      }
      permissions: string[]
      secondFactor: boolean
      csrfToken: string
    }
    Invited: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      role: 'committee' | 'street' | 'district' | 'org-manager' | 'org-worker' | 'auditor' | 'admin'
      region?: string
      organization?: string
      name: string
      email?: string
      state: 'open' | 'accepted' | 'withdrawn'
      expiresAt: string
      maker?: string
      account?: string
      token: string
      link?: string
    }
    Claim: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      organization: string
      region: string
      name: string
      contact: string
      reason: string
      state: 'open' | 'approved' | 'refused'
      invitation?: string
    }
    NewApiToken: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      role: 'committee' | 'street' | 'district' | 'org-manager' | 'org-worker' | 'auditor' | 'admin'
      region?: string
      organization?: string
      label: string
      permissions: (
        | 'organizations.read'
        | 'organizations.write'
        | 'organizations.enter'
        | 'organizations.standing'
        | 'offerings.read'
        | 'offerings.write'
        | 'needs.read'
        | 'needs.write'
        | 'referrals.read'
        | 'referrals.write'
        | 'identities.read'
        | 'identities.write'
        | 'identities.approve'
        | 'identities.review'
        | 'persons.requests'
        | 'service-records.read'
        | 'service-records.write'
        | 'service-totals.read'
        | 'month-closings.read'
        | 'month-closings.write'
        | 'referrals.code'
        | 'needs.raise'
        | 'waits.read'
        | 'waits.write'
        | 'needs.recommend'
        | 'offerings.recommend'
        | 'match.texts'
        | 'inbox.own'
        | 'webhooks.manage'
        | 'session.own'
        | 'sessions.own'
        | 'accounts.read'
        | 'accounts.write'
        | 'invitations.write'
        | 'claims.decide'
        | 'tokens.own'
        | 'audit.read'
        | 'fairness.read'
        | 'weights.read'
        | 'weights.use'
        | 'operations.read'
        | 'operations.retry'
      )[]
      expiresAt: string
      lastUsedOn?: string
      account?: string
      token: string
    }
    Weights: {
      version: string
      bias: number
      features: {
        service: number
        wish: number
        affinity: number
        group: number
        otherGroup: number
        open: number
        words: number
        near: number
        mode: number
        capacity: number
        age: number
        record: number
        leadTime: number
      }
      possible: number
      strong: number
    }
    WeightSet: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      version: string
      origin: 'file' | 'learnt'
      state: 'proposed' | 'approved'
      weights: {
        version: string
        bias: number
        features: {
          service: number
          wish: number
          affinity: number
          group: number
          otherGroup: number
          open: number
          words: number
          near: number
          mode: number
          capacity: number
          age: number
          record: number
          leadTime: number
        }
        possible: number
        strong: number
      }
      report?: { measure: string; before: number; after: number; of: number }[]
      usedSince?: string
    }
    FairnessReport: {
      at: string
      groups: {
        by: 'all' | 'track' | 'size' | 'region'
        group: string
        measures: {
          organizations: { cell: { kind: 'count' | 'suppressed' | 'none'; count?: number }; share?: number }
          offerings: { cell: { kind: 'count' | 'suppressed' | 'none'; count?: number }; share?: number }
          recommended: { cell: { kind: 'count' | 'suppressed' | 'none'; count?: number }; share?: number }
          accepted: { cell: { kind: 'count' | 'suppressed' | 'none'; count?: number }; share?: number }
        }
      }[]
    }
    Link: {
      purpose: string
      title: { zh: string; en: string }
      expiresAt: string
      choices: {
        name: string
        label: { zh: string; en: string }
        fields: {
          name: string
          label: { zh: string; en: string }
          options?: { zh: string; en: string; value: string }[]
          min?: number
          max?: number
        }[]
      }[]
    }
    InboxItem: {
      id: string
      at: string
      topic: string
      kind: string
      subject: string
      text: { zh: string; en: string }
      isCrisis: boolean
      readAt?: string
    }
    NotificationPreferences: {
      language: 'zh' | 'en'
      mail: {
        referrals?: 'at-once' | 'daily' | 'off'
        deadlines?: 'at-once' | 'daily' | 'off'
        needs?: 'at-once' | 'daily' | 'off'
        capacity?: 'at-once' | 'daily' | 'off'
        rights?: 'at-once' | 'daily' | 'off'
        matching?: 'at-once' | 'daily' | 'off'
        system?: 'at-once' | 'daily' | 'off'
      }
      quiet?: { from: string; to: string }
      byMatching: boolean
    }
    NotificationPreferencesInput: {
      language: 'zh' | 'en'
      mail?: {
        referrals?: 'at-once' | 'daily' | 'off'
        deadlines?: 'at-once' | 'daily' | 'off'
        needs?: 'at-once' | 'daily' | 'off'
        capacity?: 'at-once' | 'daily' | 'off'
        rights?: 'at-once' | 'daily' | 'off'
        matching?: 'at-once' | 'daily' | 'off'
        system?: 'at-once' | 'daily' | 'off'
      }
      quiet?: { from: string; to: string }
      byMatching: boolean
    }
    CreatedWebhook: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      owner: string
      host: string
      style: 'duijie' | 'wecom' | 'dingtalk'
      groups: (
        | 'crisis'
        | 'referrals'
        | 'deadlines'
        | 'needs'
        | 'capacity'
        | 'rights'
        | 'matching'
        | 'system'
      )[]
      language: 'zh' | 'en'
      state: 'active' | 'disabled'
      failingSince?: string
      error?: string
      secret?: string
    }
    Webhook: {
      id: string
      revision: number
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      owner: string
      host: string
      style: 'duijie' | 'wecom' | 'dingtalk'
      groups: (
        | 'crisis'
        | 'referrals'
        | 'deadlines'
        | 'needs'
        | 'capacity'
        | 'rights'
        | 'matching'
        | 'system'
      )[]
      language: 'zh' | 'en'
      state: 'active' | 'disabled'
      failingSince?: string
      error?: string
    }
    Delivery: {
      id: string
      at: string
      topic: string
      kind: string
      subject: string
      text: { zh: string; en: string }
      channel: 'mail' | 'webhook'
      target: string
      state: 'waiting' | 'delivered' | 'given-up'
      attempts: number
      due?: string
      error?: string
    }
  }
}

export interface paths {
  '/organizations': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          limit?: number
          after?: string
          q?: string
          facets?:
            | ('type' | 'track' | 'activity' | 'standing' | 'region')[]
            | ('type' | 'track' | 'activity' | 'standing' | 'region')
          type?:
            | ('association' | 'service-institution' | 'foundation' | 'community-group')[]
            | ('association' | 'service-institution' | 'foundation' | 'community-group')
          track?: 'registered' | 'filed'
          activity?:
            | ('charity' | 'living-services' | 'community-affairs' | 'culture-sports')[]
            | ('charity' | 'living-services' | 'community-affairs' | 'culture-sports')
          standing?:
            | ('active' | 'warned' | 'suspended' | 'revoked')[]
            | ('active' | 'warned' | 'suspended' | 'revoked')
          region?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                name: string
                type: 'association' | 'service-institution' | 'foundation' | 'community-group'
                track: { kind: 'registered' | 'filed'; creditCode?: string; filingNumber?: string }
                activity: 'charity' | 'living-services' | 'community-affairs' | 'culture-sports'
                homeRegion: string
                evaluation?: { grade: '1A' | '2A' | '3A' | '4A' | '5A'; grantedOn: string; validTo: string }
                qualifications: { code: string; validTo?: string }[]
                contacts: { name: string; role?: string; phone?: string; email?: string }[]
                description?: string
                externalId?: string
                standing: 'active' | 'warned' | 'suspended' | 'revoked'
                highlights?: { [name: string]: { text: string; hit: boolean }[] }
              }[]
              next?: string
              total?: number
              facets?: { [name: string]: { value: string; count: number }[] }
              degraded?: true
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            name: string
            type: 'association' | 'service-institution' | 'foundation' | 'community-group'
            track: { kind: 'registered' | 'filed'; creditCode?: string; filingNumber?: string }
            activity: 'charity' | 'living-services' | 'community-affairs' | 'culture-sports'
            homeRegion: string
            evaluation?: { grade: '1A' | '2A' | '3A' | '4A' | '5A'; grantedOn: string; validTo: string }
            qualifications?: { code: string; validTo?: string }[]
            contacts?: { name: string; role?: string; phone?: string; email?: string }[]
            description?: string
            externalId?: string
            standing?: 'active' | 'warned' | 'suspended' | 'revoked'
          }
        }
      }
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Organization'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/organizations/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Organization'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            name: string
            type: 'association' | 'service-institution' | 'foundation' | 'community-group'
            track: { kind: 'registered' | 'filed'; creditCode?: string; filingNumber?: string }
            activity: 'charity' | 'living-services' | 'community-affairs' | 'culture-sports'
            homeRegion: string
            evaluation?: { grade: '1A' | '2A' | '3A' | '4A' | '5A'; grantedOn: string; validTo: string }
            qualifications?: { code: string; validTo?: string }[]
            contacts?: { name: string; role?: string; phone?: string; email?: string }[]
            description?: string
            externalId?: string
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Organization'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    post?: never
    delete: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/organizations/{id}/standing': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': { standing: 'active' | 'warned' | 'suspended' | 'revoked'; reason: string }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Organization'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/offerings': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          limit?: number
          after?: string
          q?: string
          facets?:
            | ('category' | 'group' | 'region' | 'state' | 'organization' | 'mode' | 'confirmBy')[]
            | ('category' | 'group' | 'region' | 'state' | 'organization' | 'mode' | 'confirmBy')
          category?: string
          group?: string
          region?: string
          state?:
            | ('draft' | 'published' | 'paused' | 'closed')[]
            | ('draft' | 'published' | 'paused' | 'closed')
          organization?: string[] | string
          mode?:
            | ('home-visit' | 'on-site' | 'phone' | 'online')[]
            | ('home-visit' | 'on-site' | 'phone' | 'online')
          confirmBefore?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                organizationId: string
                title: string
                description: string
                categories: string[]
                targetGroups: string[]
                ages?: { from: number; to: number }
                coverage: string[]
                modes: ('home-visit' | 'on-site' | 'phone' | 'online')[]
                capacity?: {
                  perMonth: number
                  unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
                }
                calendar: { weekday: number; from: string; to: string }[]
                period?: { from?: string; until?: string }
                fee?: { amount: number; note?: string }
                qualifications: string[]
                languages: string[]
                externalId?: string
                state: 'draft' | 'published' | 'paused' | 'closed'
                confirmedAt: string
                highlights?: { [name: string]: { text: string; hit: boolean }[] }
              }[]
              next?: string
              total?: number
              facets?: { [name: string]: { value: string; count: number }[] }
              degraded?: true
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            organizationId: string
            title: string
            description: string
            categories?: string[]
            targetGroups?: string[]
            ages?: { from: number; to: number }
            coverage: string[]
            modes?: ('home-visit' | 'on-site' | 'phone' | 'online')[]
            capacity?: {
              perMonth: number
              unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
            }
            calendar?: { weekday: number; from: string; to: string }[]
            period?: { from?: string; until?: string }
            fee?: { amount: number; note?: string }
            qualifications?: string[]
            languages?: string[]
            externalId?: string
            state?: 'draft' | 'published'
          }
        }
      }
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Offering'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/offerings/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Offering'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            organizationId: string
            title: string
            description: string
            categories?: string[]
            targetGroups?: string[]
            ages?: { from: number; to: number }
            coverage: string[]
            modes?: ('home-visit' | 'on-site' | 'phone' | 'online')[]
            capacity?: {
              perMonth: number
              unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
            }
            calendar?: { weekday: number; from: string; to: string }[]
            period?: { from?: string; until?: string }
            fee?: { amount: number; note?: string }
            qualifications?: string[]
            languages?: string[]
            externalId?: string
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Offering'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    post?: never
    delete: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/offerings/{id}/publish': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Offering'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/offerings/{id}/pause': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Offering'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/offerings/{id}/close': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Offering'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/offerings/{id}/confirm': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Offering'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          limit?: number
          after?: string
          q?: string
          facets?:
            | ('region' | 'state' | 'urgency' | 'category' | 'source' | 'created')[]
            | ('region' | 'state' | 'urgency' | 'category' | 'source' | 'created')
          region?: string
          state?:
            | (
                | 'draft'
                | 'open'
                | 'matched'
                | 'in-service'
                | 'met'
                | 'partly-met'
                | 'unmet-closed'
                | 'withdrawn'
                | 'merged'
              )[]
            | (
                | 'draft'
                | 'open'
                | 'matched'
                | 'in-service'
                | 'met'
                | 'partly-met'
                | 'unmet-closed'
                | 'withdrawn'
                | 'merged'
              )
          urgency?: ('routine' | 'soon' | 'urgent' | 'crisis')[] | ('routine' | 'soon' | 'urgent' | 'crisis')
          category?: string
          source?:
            | ('visit' | 'grid-worker' | 'hotline' | 'self' | 'online')[]
            | ('visit' | 'grid-worker' | 'hotline' | 'self' | 'online')
          createdFrom?: string
          createdTo?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                region: string
                title: string
                text: string
                beneficiaries: { count: number; groups: string[]; ages?: { from: number; to: number } }
                amount: {
                  value: number
                  unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
                }
                categories: string[]
                neededBy?: string
                modes: ('home-visit' | 'on-site' | 'phone' | 'online')[]
                source?: 'visit' | 'grid-worker' | 'hotline' | 'self' | 'online'
                visibility: 'public' | 'matched' | 'staff'
                externalId?: string
                urgency: {
                  level: 'routine' | 'soon' | 'urgent' | 'crisis'
                  stated: 'routine' | 'soon' | 'urgent' | 'crisis'
                  words: string[]
                  kinds: string[]
                  lowered?: {
                    from: 'routine' | 'soon' | 'urgent' | 'crisis'
                    to: 'routine' | 'soon' | 'urgent' | 'crisis'
                    reason: string
                    by: string
                    at: string
                  }
                }
                state:
                  | 'draft'
                  | 'open'
                  | 'matched'
                  | 'in-service'
                  | 'met'
                  | 'partly-met'
                  | 'unmet-closed'
                  | 'withdrawn'
                  | 'merged'
                progress?: { pending: number; reserved: number; committed: number; delivered: number }
                mergedInto?: string
                joint?: boolean
                closedFor?:
                  | 'no-supplier'
                  | 'full'
                  | 'out-of-area'
                  | 'not-eligible'
                  | 'wrong-kind'
                  | 'paused'
                  | 'gone'
                  | 'solved-elsewhere'
                  | 'refused-by-person'
                  | 'no-response'
                  | 'expired'
                  | 'duplicate'
                  | 'mistaken'
                  | 'safety'
                  | 'other'
                guarded?: boolean
                highlights?: { [name: string]: { text: string; hit: boolean }[] }
              }[]
              next?: string
              total?: number
              facets?: { [name: string]: { value: string; count: number }[] }
              degraded?: true
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            region: string
            title?: string
            text: string
            beneficiaries?: { count?: number; groups?: string[]; ages?: { from: number; to: number } }
            amount?: {
              value: number
              unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
            }
            categories?: string[]
            neededBy?: string
            modes?: ('home-visit' | 'on-site' | 'phone' | 'online')[]
            source: 'visit' | 'grid-worker' | 'hotline' | 'self' | 'online'
            visibility?: 'public' | 'matched' | 'staff'
            externalId?: string
            urgency?: 'routine' | 'soon' | 'urgent' | 'crisis'
            state?: 'draft' | 'open'
            identity?: {
              name?: string
              phone?: string
              address?: string
              idNumber?: string
              birthDate?: string
              circumstances?: string
            }
          }
        }
      }
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['CreatedNeed'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Need'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            region: string
            title?: string
            text: string
            beneficiaries?: { count?: number; groups?: string[]; ages?: { from: number; to: number } }
            amount?: {
              value: number
              unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
            }
            categories?: string[]
            neededBy?: string
            modes?: ('home-visit' | 'on-site' | 'phone' | 'online')[]
            source: 'visit' | 'grid-worker' | 'hotline' | 'self' | 'online'
            visibility?: 'public' | 'matched' | 'staff'
            externalId?: string
            urgency?: 'routine' | 'soon' | 'urgent' | 'crisis'
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['ChangedNeed'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    post?: never
    delete: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/duplicates': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { region: string; text: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': { items: { id: string; title: string; similarity: number }[] } }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/{id}/hotlines': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': { items: { number: string; zh: string; en: string }[] } }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/privacy-check': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { text: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              text: string
              hidden: {
                kind:
                  | 'name'
                  | 'phone'
                  | 'id-number'
                  | 'address'
                  | 'email'
                  | 'account'
                  | 'birth-date'
                  | 'bank-card'
                  | 'school'
                words: string
                start: number
                end: number
                confidence: number
              }[]
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/{id}/open': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: { content: { 'application/json': { reason?: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Need'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/{id}/withdraw': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: { content: { 'application/json': { reason?: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Need'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/{id}/close': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            reason:
              | 'no-supplier'
              | 'full'
              | 'out-of-area'
              | 'not-eligible'
              | 'wrong-kind'
              | 'paused'
              | 'gone'
              | 'solved-elsewhere'
              | 'refused-by-person'
              | 'no-response'
              | 'expired'
              | 'duplicate'
              | 'mistaken'
              | 'safety'
              | 'other'
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Need'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/{id}/urgency': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: {
        content: { 'application/json': { level: 'routine' | 'soon' | 'urgent' | 'crisis'; reason?: string } }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Need'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/{id}/referrals': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header?: { 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            how: 'request' | 'dispatch' | 'apply' | 'log'
            offeringId: string
            quantity?: number
            plannedStart?: string
            draft?: boolean
            report?: { delivered: number; on: string; goal: 'full' | 'part' | 'not'; note?: string }
          }
        }
      }
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          limit?: number
          after?: string
          state?:
            | (
                | 'draft'
                | 'requested'
                | 'received'
                | 'accepted'
                | 'rejected'
                | 'on-hold'
                | 'in-progress'
                | 'completed'
                | 'failed'
                | 'cancelled'
              )[]
            | (
                | 'draft'
                | 'requested'
                | 'received'
                | 'accepted'
                | 'rejected'
                | 'on-hold'
                | 'in-progress'
                | 'completed'
                | 'failed'
                | 'cancelled'
              )
          need?: string
          offering?: string
          organization?: string[] | string
          region?: string
          owes?:
            | ('community' | 'organisation' | 'staff' | 'nobody')[]
            | ('community' | 'organisation' | 'staff' | 'nobody')
          overdue?: true
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                needId: string
                offeringId: string
                organizationId: string
                region: string
                guarded: boolean
                urgency: string
                how: 'request' | 'dispatch' | 'apply' | 'log'
                stage:
                  | 'draft'
                  | 'requested'
                  | 'applied'
                  | 'received'
                  | 'accepted'
                  | 'rejected'
                  | 'expired'
                  | 'on-hold'
                  | 'in-progress'
                  | 'reopened'
                  | 'reported'
                  | 'disputed'
                  | 'provisional'
                  | 'confirmed'
                  | 'failed'
                  | 'cancelled'
                state:
                  | 'draft'
                  | 'requested'
                  | 'received'
                  | 'accepted'
                  | 'rejected'
                  | 'on-hold'
                  | 'in-progress'
                  | 'completed'
                  | 'failed'
                  | 'cancelled'
                closing?: 'reported' | 'disputed' | 'provisional' | 'confirmed' | 'reopened'
                owes: 'community' | 'organisation' | 'staff' | 'nobody'
                dueAt?: string
                since: string
                times: {
                  sent?: string
                  received?: string
                  answered?: string
                  begun?: string
                  reported?: string
                  closed?: string
                }
                quantity: number
                unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
                delivered: number
                place?: { month: string; counts: 'quantity' | 'one' }
                plannedStart?: string
                reason?: {
                  code:
                    | 'no-supplier'
                    | 'full'
                    | 'out-of-area'
                    | 'not-eligible'
                    | 'wrong-kind'
                    | 'paused'
                    | 'gone'
                    | 'solved-elsewhere'
                    | 'refused-by-person'
                    | 'no-response'
                    | 'expired'
                    | 'duplicate'
                    | 'mistaken'
                    | 'safety'
                    | 'other'
                  note?: string
                  by: string
                }
                remark?: { action: string; text: string; by: string }
                report?: { delivered: number; on: string; goal: 'full' | 'part' | 'not'; note?: string }
                ratings: {
                  came: boolean
                  onTime: boolean
                  goal: 'full' | 'part' | 'not'
                  stars?: number
                  comment?: string
                  by: 'committee' | 'beneficiary'
                  at: string
                }[]
                seen: {
                  score: number
                  fit: 'strong' | 'possible' | 'weak'
                  why: { zh: string; en: string }
                  features: { [name: string]: { value: number; contribution: number } }
                  against: { zh: string; en: string; code: string }[]
                  weights: string
                  need: {
                    revision: number
                    title: string
                    text: string
                    region: string
                    categories: string[]
                    groups: string[]
                    ages?: { from: number; to: number }
                    modes: string[]
                    urgency: string
                    amount: {
                      value: number
                      unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
                    }
                    neededBy?: string
                  }
                  offering: {
                    revision: number
                    title: string
                    categories: string[]
                    groups: string[]
                    coverage: string[]
                    modes: string[]
                    capacity?: {
                      perMonth: number
                      unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
                    }
                    confirmedAt: string
                  }
                }
                changes: { at: string; by: string; field: string; from: string; to: string; why: string }[]
              }[]
              next?: string
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/history': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': { items: { at: string; actor: string; action: string; reason?: string }[] }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/send': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/amend': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: {
        content: { 'application/json': { why: string; quantity?: number; plannedStart?: string } }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/receive': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/accept': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: { content: { 'application/json': { quantity?: number; plannedStart?: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/reject': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            reason: {
              code:
                | 'no-supplier'
                | 'full'
                | 'out-of-area'
                | 'not-eligible'
                | 'wrong-kind'
                | 'paused'
                | 'gone'
                | 'solved-elsewhere'
                | 'refused-by-person'
                | 'no-response'
                | 'expired'
                | 'duplicate'
                | 'mistaken'
                | 'safety'
                | 'other'
              note?: string
            }
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/override': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: { content: { 'application/json': { why: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/hold': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: { content: { 'application/json': { why: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/resume': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/begin': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/report': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            report: { delivered: number; on: string; goal: 'full' | 'part' | 'not'; note?: string }
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/fail': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            reason: {
              code:
                | 'no-supplier'
                | 'full'
                | 'out-of-area'
                | 'not-eligible'
                | 'wrong-kind'
                | 'paused'
                | 'gone'
                | 'solved-elsewhere'
                | 'refused-by-person'
                | 'no-response'
                | 'expired'
                | 'duplicate'
                | 'mistaken'
                | 'safety'
                | 'other'
              note?: string
            }
            delivered?: number
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/cancel': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            reason: {
              code:
                | 'no-supplier'
                | 'full'
                | 'out-of-area'
                | 'not-eligible'
                | 'wrong-kind'
                | 'paused'
                | 'gone'
                | 'solved-elsewhere'
                | 'refused-by-person'
                | 'no-response'
                | 'expired'
                | 'duplicate'
                | 'mistaken'
                | 'safety'
                | 'other'
              note?: string
            }
            delivered?: number
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/confirm': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            rating?: {
              came: boolean
              onTime: boolean
              goal: 'full' | 'part' | 'not'
              stars?: number
              comment?: string
            }
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/dispute': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: { content: { 'application/json': { why: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/reopen': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: { content: { 'application/json': { why: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/rate': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            rating: {
              came: boolean
              onTime: boolean
              goal: 'full' | 'part' | 'not'
              stars?: number
              comment?: string
            }
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Referral'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/{id}/progress': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              state: string
              asked: number
              unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
              open: number
              pending: number
              reserved: number
              committed: number
              delivered: number
              closedFor?:
                | 'no-supplier'
                | 'full'
                | 'out-of-area'
                | 'not-eligible'
                | 'wrong-kind'
                | 'paused'
                | 'gone'
                | 'solved-elsewhere'
                | 'refused-by-person'
                | 'no-response'
                | 'expired'
                | 'duplicate'
                | 'mistaken'
                | 'safety'
                | 'other'
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/offerings/{id}/capacity': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              capacity?: {
                perMonth: number
                unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
              }
              confirmedAt: string
              trust: number
              months: { month: string; taken: number; pending: number; left?: number }[]
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/service-records': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          limit?: number
          after?: string
          organization?: string[] | string
          region?: string
          category?: string
          kind?:
            | ('case' | 'group' | 'activity' | 'visit' | 'mediation' | 'volunteering')[]
            | ('case' | 'group' | 'activity' | 'visit' | 'mediation' | 'volunteering')
          referral?: string
          from?: string
          to?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                organizationId: string
                region: string
                category: string
                day: string
                work:
                  | {
                      kind: 'case'
                      opened: number
                      contacts: number
                      minutes: number
                      closed: number
                      goalsFull: number
                      goalsPart: number
                      goalsNot: number
                    }
                  | { kind: 'group'; groups: number; sessions: number; attendances: number; persons: number }
                  | { kind: 'activity'; activities: number; attendances: number; persons: number }
                  | { kind: 'visit'; visits: number; persons: number; minutes: number }
                  | {
                      kind: 'mediation'
                      mediations: number
                      complaints: number
                      agreed: number
                      partlyAgreed: number
                      notAgreed: number
                    }
                  | { kind: 'volunteering'; turns: number; persons: number; minutes: number }
                  | { kind: 'case' | 'group' | 'activity' | 'visit' | 'mediation' | 'volunteering' }
                referralId?: string
                notes?: string
                month: string
                attachments: {
                  id: string
                  name: string
                  type: 'image/jpeg' | 'image/png' | 'application/pdf'
                  size: number
                  digest: string
                  addedAt: string
                  addedBy: string
                }[]
              }[]
              next?: string
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            organizationId: string
            region: string
            category: string
            day: string
            work:
              | {
                  kind: 'case'
                  opened?: number
                  contacts?: number
                  minutes?: number
                  closed?: number
                  goalsFull?: number
                  goalsPart?: number
                  goalsNot?: number
                }
              | { kind: 'group'; groups?: number; sessions?: number; attendances?: number; persons?: number }
              | { kind: 'activity'; activities?: number; attendances?: number; persons?: number }
              | { kind: 'visit'; visits?: number; persons?: number; minutes?: number }
              | {
                  kind: 'mediation'
                  mediations?: number
                  complaints?: number
                  agreed?: number
                  partlyAgreed?: number
                  notAgreed?: number
                }
              | { kind: 'volunteering'; turns?: number; persons?: number; minutes?: number }
              | { kind: 'case' | 'group' | 'activity' | 'visit' | 'mediation' | 'volunteering' }
            referralId?: string
            notes?: string
          }
        }
      }
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['ServiceRecord'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/service-records/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['ServiceRecord'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/service-records/{id}/versions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                number: number
                state: {
                  id: string
                  revision: number
                  createdAt: string
                  createdBy: string
                  updatedAt: string
                  updatedBy: string
                  organizationId: string
                  region: string
                  category: string
                  day: string
                  work:
                    | {
                        kind: 'case'
                        opened: number
                        contacts: number
                        minutes: number
                        closed: number
                        goalsFull: number
                        goalsPart: number
                        goalsNot: number
                      }
                    | {
                        kind: 'group'
                        groups: number
                        sessions: number
                        attendances: number
                        persons: number
                      }
                    | { kind: 'activity'; activities: number; attendances: number; persons: number }
                    | { kind: 'visit'; visits: number; persons: number; minutes: number }
                    | {
                        kind: 'mediation'
                        mediations: number
                        complaints: number
                        agreed: number
                        partlyAgreed: number
                        notAgreed: number
                      }
                    | { kind: 'volunteering'; turns: number; persons: number; minutes: number }
                    | { kind: 'case' | 'group' | 'activity' | 'visit' | 'mediation' | 'volunteering' }
                  referralId?: string
                  notes?: string
                  month: string
                  attachments: {
                    id: string
                    name: string
                    type: 'image/jpeg' | 'image/png' | 'application/pdf'
                    size: number
                    digest: string
                    addedAt: string
                    addedBy: string
                  }[]
                }
                action: 'correct' | 'attach' | 'detach' | 'remove'
                replacedAt: string
                replacedBy: string
                reason?: string
                changes: { field: string; from?: unknown; to?: unknown }[]
              }[]
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/service-records/{id}/correct': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            record: {
              organizationId: string
              region: string
              category: string
              day: string
              work:
                | {
                    kind: 'case'
                    opened?: number
                    contacts?: number
                    minutes?: number
                    closed?: number
                    goalsFull?: number
                    goalsPart?: number
                    goalsNot?: number
                  }
                | {
                    kind: 'group'
                    groups?: number
                    sessions?: number
                    attendances?: number
                    persons?: number
                  }
                | { kind: 'activity'; activities?: number; attendances?: number; persons?: number }
                | { kind: 'visit'; visits?: number; persons?: number; minutes?: number }
                | {
                    kind: 'mediation'
                    mediations?: number
                    complaints?: number
                    agreed?: number
                    partlyAgreed?: number
                    notAgreed?: number
                  }
                | { kind: 'volunteering'; turns?: number; persons?: number; minutes?: number }
                | { kind: 'case' | 'group' | 'activity' | 'visit' | 'mediation' | 'volunteering' }
              referralId?: string
              notes?: string
            }
            reason: string
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['ServiceRecord'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/service-records/{id}/remove': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody: { content: { 'application/json': { reason: string } } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/service-records/{id}/attachments': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody: { content: { 'multipart/form-data': { file: string } } }
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['ServiceRecord'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/service-records/{id}/attachments/{attachment}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string; attachment: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { '*/*': unknown } }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete: {
      parameters: {
        query?: never
        header: { 'If-Match': string }
        path: { id: string; attachment: string }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['ServiceRecord'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/month-closings': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          limit?: number
          after?: string
          month?: string[] | string
          state?: ('closed' | 'reopened')[] | ('closed' | 'reopened')
          region?: string[] | string
          organization?: string[] | string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                month: string
                organizationId?: string
                region?: string
                state: 'closed' | 'reopened'
                steps: {
                  action: 'close' | 'reopen'
                  at: string
                  by: string
                  reason?: string
                  totals?: {
                    kind: 'case' | 'group' | 'activity' | 'visit' | 'mediation' | 'volunteering'
                    records: number
                    figures: {
                      opened?: number
                      contacts?: number
                      minutes?: number
                      closed?: number
                      goalsFull?: number
                      goalsPart?: number
                      goalsNot?: number
                      groups?: number
                      sessions?: number
                      attendances?: number
                      persons?: number
                      activities?: number
                      visits?: number
                      mediations?: number
                      complaints?: number
                      agreed?: number
                      partlyAgreed?: number
                      notAgreed?: number
                      turns?: number
                    }
                  }[]
                }[]
              }[]
              next?: string
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: {
        content: { 'application/json': { month: string; organizationId?: string; region?: string } }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['MonthClosing'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/month-closings/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['MonthClosing'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/month-closings/{id}/reopen': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody: { content: { 'application/json': { reason: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['MonthClosing'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/service-totals': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query: {
          organization?: string[] | string
          region?: string
          category?: string
          kind?:
            | ('case' | 'group' | 'activity' | 'visit' | 'mediation' | 'volunteering')[]
            | ('case' | 'group' | 'activity' | 'visit' | 'mediation' | 'volunteering')
          by?:
            | (
                | 'organization'
                | 'district'
                | 'street'
                | 'community'
                | 'branch'
                | 'division'
                | 'category'
                | 'year'
                | 'quarter'
                | 'month'
              )[]
            | (
                | 'organization'
                | 'district'
                | 'street'
                | 'community'
                | 'branch'
                | 'division'
                | 'category'
                | 'year'
                | 'quarter'
                | 'month'
              )
          from: string
          to: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['ServiceTotals'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/service-totals/sheet': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query: {
          organization?: string[] | string
          region?: string
          category?: string
          kind?:
            | ('case' | 'group' | 'activity' | 'visit' | 'mediation' | 'volunteering')[]
            | ('case' | 'group' | 'activity' | 'visit' | 'mediation' | 'volunteering')
          by?:
            | (
                | 'organization'
                | 'district'
                | 'street'
                | 'community'
                | 'branch'
                | 'division'
                | 'category'
                | 'year'
                | 'quarter'
                | 'month'
              )[]
            | (
                | 'organization'
                | 'district'
                | 'street'
                | 'community'
                | 'branch'
                | 'division'
                | 'category'
                | 'year'
                | 'quarter'
                | 'month'
              )
          from: string
          to: string
          format?: 'xlsx' | 'csv'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { '*/*': unknown } }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/referrals/{id}/code': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['OneTimeCode'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/{id}/merges': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                needId: string
                intoId: string
                region: string
                requestedBy: string
                source: 'visit' | 'grid-worker' | 'hotline' | 'self' | 'online'
                value: number
                unit: 'case' | 'visit' | 'place' | 'session' | 'activity' | 'hour' | 'item'
                count: number
                added: boolean
                state: 'merged' | 'undone'
                key?: string
              }[]
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody: { content: { 'application/json': { needs: string[]; add?: boolean; reason: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Need'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/joint-projects': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: {
        content: {
          'application/json': { needs: string[]; region: string; title: string; text: string; reason: string }
        }
      }
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Need'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/merges/{id}/undo': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: { content: { 'application/json': { reason: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Merge'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/{id}/waits': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                needId: string
                offeringId: string
                organizationId: string
                region: string
                urgency: 'routine' | 'soon' | 'urgent' | 'crisis'
                quantity: number
                places: number
                state: 'waiting' | 'offered' | 'left'
                order: string
                key?: string
                referralId?: string
                leftFor?: 'given-up' | 'need-closed' | 'not-offered'
                place?: number
              }[]
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post: {
      parameters: {
        query?: never
        header?: { 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: { content: { 'application/json': { offeringId: string; quantity?: number } } }
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Wait'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/offerings/{id}/waits': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                needId: string
                offeringId: string
                organizationId: string
                region: string
                urgency: 'routine' | 'soon' | 'urgent' | 'crisis'
                quantity: number
                places: number
                state: 'waiting' | 'offered' | 'left'
                order: string
                key?: string
                referralId?: string
                leftFor?: 'given-up' | 'need-closed' | 'not-offered'
                place?: number
              }[]
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/waits/{id}/leave': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Wait'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/reasons': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                code:
                  | 'no-supplier'
                  | 'full'
                  | 'out-of-area'
                  | 'not-eligible'
                  | 'wrong-kind'
                  | 'paused'
                  | 'gone'
                  | 'solved-elsewhere'
                  | 'refused-by-person'
                  | 'no-response'
                  | 'expired'
                  | 'duplicate'
                  | 'mistaken'
                  | 'safety'
                  | 'other'
                zh: string
                en: string
                side: 'community' | 'organisation' | 'system'
                next: { zh: string; en: string; code: string }
              }[]
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/{id}/identity/summary': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['IdentitySummary'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/{id}/identity': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['ShownIdentity'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            name?: string
            phone?: string
            address?: string
            idNumber?: string
            birthDate?: string
            circumstances?: string
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['IdentitySummary'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/{id}/identity/releases': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header?: { 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: { content: { 'application/json': { purpose: string; emergency?: boolean } } }
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Release'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/identity-releases': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: { limit?: number; after?: string; waiting?: 'approval' | 'review' }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                needId: string
                region: string
                requester: string
                organizationId?: string
                purpose: string
                ground: 'poster' | 'referral' | 'emergency'
                isGuarded: boolean
                state: 'pending' | 'granted' | 'refused'
                expiresAt: string
                decided?: { by: string; at: string; reason: string }
                review?: 'due' | 'justified' | 'unjustified'
                reviewed?: { by: string; at: string; reason: string }
              }[]
              next?: string
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/identity-releases/{id}/approve': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: { content: { 'application/json': { reason: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Release'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/identity-releases/{id}/refuse': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: { content: { 'application/json': { reason: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Release'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/identity-releases/{id}/review': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: { content: { 'application/json': { isJustified: boolean; reason: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Release'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/{id}/consents': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                needId: string
                by: 'self' | 'guardian'
                form: 'written' | 'oral'
                purpose: string
                organizationId?: string
                givenOn: string
                withdrawnAt?: string
              }[]
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post: {
      parameters: {
        query?: never
        header?: { 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            by: 'self' | 'guardian'
            form: 'written' | 'oral'
            purpose: string
            organizationId?: string
            givenOn: string
            giver?: string
            witness?: string
          }
        }
      }
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Consent'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/consents/{id}/withdraw': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: { content: { 'application/json': { reason: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Consent'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/persons/export': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { phone?: string; idNumber?: string; purpose: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['PersonExport'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/persons/erase': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { phone?: string; idNumber?: string; purpose: string } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { needIds: string[] } } }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/{id}/recommendations': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: { limit?: number; explain?: boolean; fit?: 'weak' | 'possible' | 'strong' }
        header?: never
        path: { id: string }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              verdict: 'matched' | 'none'
              items: {
                id: string
                title: string
                score: number
                fit: 'strong' | 'possible' | 'weak'
                why: { zh: string; en: string }
                features?: {
                  service?: { value: number; contribution: number }
                  wish?: { value: number; contribution: number }
                  affinity?: { value: number; contribution: number }
                  group?: { value: number; contribution: number }
                  otherGroup?: { value: number; contribution: number }
                  open?: { value: number; contribution: number }
                  words?: { value: number; contribution: number }
                  near?: { value: number; contribution: number }
                  mode?: { value: number; contribution: number }
                  capacity?: { value: number; contribution: number }
                  age?: { value: number; contribution: number }
                  record?: { value: number; contribution: number }
                  leadTime?: { value: number; contribution: number }
                }
                words?: string[]
              }[]
              excluded: {
                id: string
                title: string
                score: number
                reasons: { code: string; asked: string; offered: string; zh: string; en: string }[]
              }[]
              weights: string
              analysis?: {
                services: {
                  id: string
                  zh: string
                  en: string
                  confidence: number
                  words: string[]
                  stated: boolean
                }[]
                groups: {
                  id: string
                  zh: string
                  en: string
                  confidence: number
                  words: string[]
                  stated: boolean
                }[]
                ages: { from: number; to: number }[]
                urgency?: { level: 'urgent' | 'crisis'; kinds: string[]; words: string[] }
              }
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/offerings/{id}/recommendations': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: { limit?: number; explain?: boolean; fit?: 'weak' | 'possible' | 'strong' }
        header?: never
        path: { id: string }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              verdict: 'matched' | 'none'
              items: {
                id: string
                title: string
                score: number
                fit: 'strong' | 'possible' | 'weak'
                why: { zh: string; en: string }
                features?: {
                  service?: { value: number; contribution: number }
                  wish?: { value: number; contribution: number }
                  affinity?: { value: number; contribution: number }
                  group?: { value: number; contribution: number }
                  otherGroup?: { value: number; contribution: number }
                  open?: { value: number; contribution: number }
                  words?: { value: number; contribution: number }
                  near?: { value: number; contribution: number }
                  mode?: { value: number; contribution: number }
                  capacity?: { value: number; contribution: number }
                  age?: { value: number; contribution: number }
                  record?: { value: number; contribution: number }
                  leadTime?: { value: number; contribution: number }
                }
                words?: string[]
              }[]
              excluded: {
                id: string
                title: string
                score: number
                reasons: { code: string; asked: string; offered: string; zh: string; en: string }[]
              }[]
              weights: string
              analysis?: {
                services: {
                  id: string
                  zh: string
                  en: string
                  confidence: number
                  words: string[]
                  stated: boolean
                }[]
                groups: {
                  id: string
                  zh: string
                  en: string
                  confidence: number
                  words: string[]
                  stated: boolean
                }[]
                ages: { from: number; to: number }[]
                urgency?: { level: 'urgent' | 'crisis'; kinds: string[]; words: string[] }
              }
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/offerings/preview': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            title?: string
            description: string
            categories?: string[]
            targetGroups?: string[]
            ages?: { from: number; to: number }
            coverage?: string[]
            modes?: ('home-visit' | 'on-site' | 'phone' | 'online')[]
            qualifications?: string[]
            limit?: number
            explain?: boolean
            fit?: 'weak' | 'possible' | 'strong'
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              verdict: 'matched' | 'none'
              items: {
                id: string
                title: string
                score: number
                fit: 'strong' | 'possible' | 'weak'
                why: { zh: string; en: string }
                features?: {
                  service?: { value: number; contribution: number }
                  wish?: { value: number; contribution: number }
                  affinity?: { value: number; contribution: number }
                  group?: { value: number; contribution: number }
                  otherGroup?: { value: number; contribution: number }
                  open?: { value: number; contribution: number }
                  words?: { value: number; contribution: number }
                  near?: { value: number; contribution: number }
                  mode?: { value: number; contribution: number }
                  capacity?: { value: number; contribution: number }
                  age?: { value: number; contribution: number }
                  record?: { value: number; contribution: number }
                  leadTime?: { value: number; contribution: number }
                }
                words?: string[]
              }[]
              excluded: {
                id: string
                title: string
                score: number
                reasons: { code: string; asked: string; offered: string; zh: string; en: string }[]
              }[]
              weights: string
              analysis?: {
                services: {
                  id: string
                  zh: string
                  en: string
                  confidence: number
                  words: string[]
                  stated: boolean
                }[]
                groups: {
                  id: string
                  zh: string
                  en: string
                  confidence: number
                  words: string[]
                  stated: boolean
                }[]
                ages: { from: number; to: number }[]
                urgency?: { level: 'urgent' | 'crisis'; kinds: string[]; words: string[] }
              }
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/needs/analysis': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { text: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              services: {
                id: string
                zh: string
                en: string
                confidence: number
                words: string[]
                stated: boolean
              }[]
              groups: {
                id: string
                zh: string
                en: string
                confidence: number
                words: string[]
                stated: boolean
              }[]
              ages: { from: number; to: number }[]
              urgency?: { level: 'urgent' | 'crisis'; kinds: string[]; words: string[] }
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/match': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            needs: {
              id: string
              title?: string
              text: string
              categories?: string[]
              targetGroups?: string[]
              ages?: { from: number; to: number }
              region?: string
            }[]
            offerings?: {
              id: string
              title?: string
              text: string
              categories?: string[]
              targetGroups?: string[]
              ages?: { from: number; to: number }
              region?: string
            }[]
            limit?: number
            explain?: boolean
            fit?: 'weak' | 'possible' | 'strong'
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                verdict: 'matched' | 'none'
                items: {
                  id: string
                  title: string
                  score: number
                  fit: 'strong' | 'possible' | 'weak'
                  why: { zh: string; en: string }
                  features?: {
                    service?: { value: number; contribution: number }
                    wish?: { value: number; contribution: number }
                    affinity?: { value: number; contribution: number }
                    group?: { value: number; contribution: number }
                    otherGroup?: { value: number; contribution: number }
                    open?: { value: number; contribution: number }
                    words?: { value: number; contribution: number }
                    near?: { value: number; contribution: number }
                    mode?: { value: number; contribution: number }
                    capacity?: { value: number; contribution: number }
                    age?: { value: number; contribution: number }
                    record?: { value: number; contribution: number }
                    leadTime?: { value: number; contribution: number }
                  }
                  words?: string[]
                }[]
                excluded: {
                  id: string
                  title: string
                  score: number
                  reasons: { code: string; asked: string; offered: string; zh: string; en: string }[]
                }[]
                weights: string
                analysis: {
                  services: {
                    id: string
                    zh: string
                    en: string
                    confidence: number
                    words: string[]
                    stated: boolean
                  }[]
                  groups: {
                    id: string
                    zh: string
                    en: string
                    confidence: number
                    words: string[]
                    stated: boolean
                  }[]
                  ages: { from: number; to: number }[]
                  urgency?: { level: 'urgent' | 'crisis'; kinds: string[]; words: string[] }
                }
              }[]
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/taxonomy/{tree}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { tree: 'services' | 'groups' }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              version: number
              terms: {
                id: string
                zh: string
                en: string
                sensitivity: 'public' | 'personal' | 'sensitive'
                synonyms: string[]
                crosswalk?: { [name: string]: unknown }
                also?: string[]
                children?: {
                  id: string
                  zh: string
                  en: string
                  sensitivity: 'public' | 'personal' | 'sensitive'
                  synonyms: string[]
                  crosswalk?: { [name: string]: unknown }
                  also?: string[]
                  children?: {
                    id: string
                    zh: string
                    en: string
                    sensitivity: 'public' | 'personal' | 'sensitive'
                    synonyms: string[]
                    crosswalk?: { [name: string]: unknown }
                    also?: string[]
                    children?: {
                      id: string
                      zh: string
                      en: string
                      sensitivity: 'public' | 'personal' | 'sensitive'
                      synonyms: string[]
                      crosswalk?: { [name: string]: unknown }
                      also?: string[]
                    }[]
                  }[]
                }[]
              }[]
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/taxonomy/{tree}/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: { tree: 'services' | 'groups'; id: string }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              id: string
              zh: string
              en: string
              sensitivity: 'public' | 'personal' | 'sensitive'
              synonyms: string[]
              crosswalk?: { [name: string]: unknown }
              also?: string[]
              chain: string[]
              children: string[]
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/regions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              regions: {
                code: string
                level: 'district' | 'street' | 'community'
                zh: string
                en: string
                point?: { lng: number; lat: number }
                children?: {
                  code: string
                  level: 'district' | 'street' | 'community'
                  zh: string
                  en: string
                  point?: { lng: number; lat: number }
                  children?: {
                    code: string
                    level: 'district' | 'street' | 'community'
                    zh: string
                    en: string
                    point?: { lng: number; lat: number }
                  }[]
                }[]
              }[]
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/regions/{code}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { code: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              code: string
              level: 'district' | 'street' | 'community'
              zh: string
              en: string
              point?: { lng: number; lat: number }
              chain: {
                code: string
                level: 'district' | 'street' | 'community'
                zh: string
                en: string
                point?: { lng: number; lat: number }
              }[]
              children: {
                code: string
                level: 'district' | 'street' | 'community'
                zh: string
                en: string
                point?: { lng: number; lat: number }
              }[]
              neighbours: {
                code: string
                level: 'district' | 'street' | 'community'
                zh: string
                en: string
                point?: { lng: number; lat: number }
              }[]
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/dead-letters': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          limit?: number
          after?: string
          view?: 'search' | 'matching'
          kind?: 'organization' | 'offering' | 'need'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                view: 'search' | 'matching'
                kind: string
                subject: string
                error: string
                code?: string
                attempts: number
                at: string
              }[]
              next?: string
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/dead-letters/{id}/replay': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        202: { headers: { [name: string]: unknown }; content?: never }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/jobs': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              timeZone: string
              items: {
                name: string
                summary: { zh: string; en: string }
                schedule: string
                nextTick: string
                lastRun?: {
                  tick: string
                  startedAt: string
                  endedAt?: string
                  ms?: number
                  outcome: 'running' | 'done' | 'failed' | 'abandoned'
                  counts?: { [name: string]: number }
                  error?: string
                  process: string
                }
              }[]
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/session': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['OwnSession'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { name: string; password: string; code?: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['BegunSession'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/sessions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                device: string
                way: 'password' | 'openid'
                startedAt: string
                lastSeenAt: string
                expiresAt: string
                isThis: boolean
              }[]
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/sessions/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    delete: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/password': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { old: string; password: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['BegunSession'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/session/totp': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': { secret: string; uri: string } }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/session/totp/confirm': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { code: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': { recoveryCodes: string[] } }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/session/totp/remove': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { password: string } } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/accounts': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          limit?: number
          after?: string
          role?:
            | ('committee' | 'street' | 'district' | 'org-manager' | 'org-worker' | 'auditor' | 'admin')[]
            | ('committee' | 'street' | 'district' | 'org-manager' | 'org-worker' | 'auditor' | 'admin')
          state?: ('active' | 'suspended')[] | ('active' | 'suspended')
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                role: 'committee' | 'street' | 'district' | 'org-manager' | 'org-worker' | 'auditor' | 'admin'
                region?: string
                organization?: string
                name: string
                signInName?: string
                email?: string
                state: 'active' | 'suspended'
                mustChangePassword?: boolean
              }[]
              next?: string
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/accounts/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Account'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            role: 'committee' | 'street' | 'district' | 'org-manager' | 'org-worker' | 'auditor' | 'admin'
            region?: string
            organization?: string
            name: string
            email?: string
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Account'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/accounts/{id}/suspend': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody: { content: { 'application/json': { reason: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Account'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/accounts/{id}/resume': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Account'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/accounts/{id}/reset-second-factor': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Account'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/accounts/{id}/reset-password': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { password: string } } }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/accounts/{id}/unlock': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/invitations': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: { limit?: number; after?: string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                role: 'committee' | 'street' | 'district' | 'org-manager' | 'org-worker' | 'auditor' | 'admin'
                region?: string
                organization?: string
                name: string
                email?: string
                state: 'open' | 'accepted' | 'withdrawn'
                expiresAt: string
                maker?: string
                account?: string
              }[]
              next?: string
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            role: 'committee' | 'street' | 'district' | 'org-manager' | 'org-worker' | 'auditor' | 'admin'
            region?: string
            organization?: string
            name: string
            email?: string
          }
        }
      }
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Invited'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/invitations/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    delete: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/invitations/look': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { token: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              role: 'committee' | 'street' | 'district' | 'org-manager' | 'org-worker' | 'auditor' | 'admin'
              region?: string
              organization?: string
              name: string
              expiresAt: string
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/invitations/accept': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: {
        content: { 'application/json': { token: string; signInName: string; password: string } }
      }
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['BegunSession'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/claims': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          limit?: number
          after?: string
          state?: ('open' | 'approved' | 'refused')[] | ('open' | 'approved' | 'refused')
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                organization: string
                region: string
                name: string
                contact: string
                reason: string
                state: 'open' | 'approved' | 'refused'
                invitation?: string
              }[]
              next?: string
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: {
        content: { 'application/json': { number: string; name: string; contact: string; reason: string } }
      }
      responses: {
        202: { headers: { [name: string]: unknown }; content?: never }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/claims/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Claim'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/claims/{id}/approve': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Invited'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/claims/{id}/refuse': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody: { content: { 'application/json': { reason: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Claim'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/tokens': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: { limit?: number; after?: string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                role: 'committee' | 'street' | 'district' | 'org-manager' | 'org-worker' | 'auditor' | 'admin'
                region?: string
                organization?: string
                label: string
                permissions: (
                  | 'organizations.read'
                  | 'organizations.write'
                  | 'organizations.enter'
                  | 'organizations.standing'
                  | 'offerings.read'
                  | 'offerings.write'
                  | 'needs.read'
                  | 'needs.write'
                  | 'referrals.read'
                  | 'referrals.write'
                  | 'identities.read'
                  | 'identities.write'
                  | 'identities.approve'
                  | 'identities.review'
                  | 'persons.requests'
                  | 'service-records.read'
                  | 'service-records.write'
                  | 'service-totals.read'
                  | 'month-closings.read'
                  | 'month-closings.write'
                  | 'referrals.code'
                  | 'needs.raise'
                  | 'waits.read'
                  | 'waits.write'
                  | 'needs.recommend'
                  | 'offerings.recommend'
                  | 'match.texts'
                  | 'inbox.own'
                  | 'webhooks.manage'
                  | 'session.own'
                  | 'sessions.own'
                  | 'accounts.read'
                  | 'accounts.write'
                  | 'invitations.write'
                  | 'claims.decide'
                  | 'tokens.own'
                  | 'audit.read'
                  | 'fairness.read'
                  | 'weights.read'
                  | 'weights.use'
                  | 'operations.read'
                  | 'operations.retry'
                )[]
                expiresAt: string
                lastUsedOn?: string
                account?: string
              }[]
              next?: string
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            role: 'committee' | 'street' | 'district' | 'org-manager' | 'org-worker' | 'auditor' | 'admin'
            region?: string
            organization?: string
            label: string
            permissions: (
              | 'organizations.read'
              | 'organizations.write'
              | 'organizations.enter'
              | 'organizations.standing'
              | 'offerings.read'
              | 'offerings.write'
              | 'needs.read'
              | 'needs.write'
              | 'referrals.read'
              | 'referrals.write'
              | 'identities.read'
              | 'identities.write'
              | 'identities.approve'
              | 'identities.review'
              | 'persons.requests'
              | 'service-records.read'
              | 'service-records.write'
              | 'service-totals.read'
              | 'month-closings.read'
              | 'month-closings.write'
              | 'referrals.code'
              | 'needs.raise'
              | 'waits.read'
              | 'waits.write'
              | 'needs.recommend'
              | 'offerings.recommend'
              | 'match.texts'
              | 'inbox.own'
              | 'webhooks.manage'
              | 'session.own'
              | 'sessions.own'
              | 'accounts.read'
              | 'accounts.write'
              | 'invitations.write'
              | 'claims.decide'
              | 'tokens.own'
              | 'audit.read'
              | 'fairness.read'
              | 'weights.read'
              | 'weights.use'
              | 'operations.read'
              | 'operations.retry'
            )[]
            expiresAt: string
          }
        }
      }
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['NewApiToken'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/tokens/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    delete: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/audit': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          limit?: number
          after?: string
          kind?: string
          action?: string
          actor?: string
          subject?: string
          from?: string
          to?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                at: string
                actor: string
                action: string
                kind: string
                subjects: string[]
                reason?: string
              }[]
              next?: string
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/audit/export': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          after?: string
          kind?: string
          action?: string
          actor?: string
          subject?: string
          from?: string
          to?: string
          limit?: number
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'text/csv': string } }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/weight-sets': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: { limit?: number; after?: string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                version: string
                origin: 'file' | 'learnt'
                state: 'proposed' | 'approved'
                weights: {
                  version: string
                  bias: number
                  features: {
                    service: number
                    wish: number
                    affinity: number
                    group: number
                    otherGroup: number
                    open: number
                    words: number
                    near: number
                    mode: number
                    capacity: number
                    age: number
                    record: number
                    leadTime: number
                  }
                  possible: number
                  strong: number
                }
                report?: { measure: string; before: number; after: number; of: number }[]
                usedSince?: string
              }[]
              next?: string
              inUse?: string
              running: string
              needsRestart: boolean
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            weights: {
              version: string
              bias: number
              features: {
                service: number
                wish: number
                affinity: number
                group: number
                otherGroup: number
                open: number
                words: number
                near: number
                mode: number
                capacity: number
                age: number
                record: number
                leadTime: number
              }
              possible: number
              strong: number
            }
            report: { measure: string; before: number; after: number; of: number }[]
          }
        }
      }
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['WeightSet'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/weight-sets/{id}/use': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: {
        query?: never
        header: { 'If-Match': string; 'Idempotency-Key'?: string }
        path: { id: string }
        cookie?: never
      }
      requestBody: { content: { 'application/json': { reason: string } } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['WeightSet'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/fairness': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['FairnessReport'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/links/{token}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { token: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Link'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post: {
      parameters: { query?: never; header?: never; path: { token: string }; cookie?: never }
      requestBody: {
        content: { 'application/json': { choice: string; values?: { [name: string]: string | number } } }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Link'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/inbox': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: { limit?: number; after?: string; unread?: true; order?: 'newest' | 'unread-first' }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                at: string
                topic: string
                kind: string
                subject: string
                text: { zh: string; en: string }
                isCrisis: boolean
                readAt?: string
              }[]
              next?: string
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/inbox/unread': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { count: number } } }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/inbox/{id}/read': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['InboxItem'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/inbox/read-all': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { until?: string } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { count: number } } }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/inbox/stream': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: { after?: string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'text/event-stream': string } }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/notification-preferences': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['NotificationPreferences'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['NotificationPreferencesInput'] } }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['NotificationPreferences'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/webhooks': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: { limit?: number; after?: string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                revision: number
                createdAt: string
                createdBy: string
                updatedAt: string
                updatedBy: string
                owner: string
                host: string
                style: 'duijie' | 'wecom' | 'dingtalk'
                groups: (
                  | 'crisis'
                  | 'referrals'
                  | 'deadlines'
                  | 'needs'
                  | 'capacity'
                  | 'rights'
                  | 'matching'
                  | 'system'
                )[]
                language: 'zh' | 'en'
                state: 'active' | 'disabled'
                failingSince?: string
                error?: string
              }[]
              next?: string
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            url: string
            style?: 'duijie' | 'wecom' | 'dingtalk'
            secret?: string
            groups: (
              | 'crisis'
              | 'referrals'
              | 'deadlines'
              | 'needs'
              | 'capacity'
              | 'rights'
              | 'matching'
              | 'system'
            )[]
            language?: 'zh' | 'en'
          }
        }
      }
      responses: {
        201: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['CreatedWebhook'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/webhooks/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Webhook'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            groups: (
              | 'crisis'
              | 'referrals'
              | 'deadlines'
              | 'needs'
              | 'capacity'
              | 'rights'
              | 'matching'
              | 'system'
            )[]
            language?: 'zh' | 'en'
          }
        }
      }
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Webhook'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        413: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        415: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    post?: never
    delete: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        412: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        428: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/webhooks/{id}/deliveries': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: { limit?: number; after?: string }
        header?: never
        path: { id: string }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                at: string
                topic: string
                kind: string
                subject: string
                text: { zh: string; en: string }
                channel: 'mail' | 'webhook'
                target: string
                state: 'waiting' | 'delivered' | 'given-up'
                attempts: number
                due?: string
                error?: string
              }[]
              next?: string
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/webhooks/{id}/deliveries/{delivery}/replay': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path: { id: string; delivery: string }; cookie?: never }
      requestBody?: never
      responses: {
        202: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Delivery'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/deliveries': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          limit?: number
          after?: string
          channel?: 'mail' | 'webhook'
          state?: 'waiting' | 'delivered' | 'given-up'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: { [name: string]: unknown }
          content: {
            'application/json': {
              items: {
                id: string
                at: string
                topic: string
                kind: string
                subject: string
                text: { zh: string; en: string }
                channel: 'mail' | 'webhook'
                target: string
                state: 'waiting' | 'delivered' | 'given-up'
                attempts: number
                due?: string
                error?: string
              }[]
              next?: string
            }
          }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/deliveries/{id}/replay': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        202: {
          headers: { [name: string]: unknown }
          content: { 'application/json': components['schemas']['Delivery'] }
        }
        400: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        401: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        403: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        404: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        409: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        422: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        429: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        500: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
        503: {
          headers: { [name: string]: unknown }
          content: { 'application/problem+json': components['schemas']['Problem'] }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
